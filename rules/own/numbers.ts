import { factKinds } from '../engine/facts.ts';
import { type Figures, notApplicable, type Outcome, ok, violation } from '../engine/outcome.ts';
import type { CheckContext } from '../engine/rule.ts';
import { Big, ceilTo, floorTo, percent } from '../measures/decimals.ts';
import type { OwnField } from './fields.ts';
import type { OwnCheckOf } from './schema.ts';

/** Decimal digits of suggested percentages and measures. */
const SHOWN_DIGITS = 2;

/** A number of a field, exact; counts are whole numbers. */
export type FieldNumber = Big | number;

function digitsOf(field: OwnField, context: CheckContext): number {
  const kind = factKinds[field];
  if (kind === 'money') return context.digits;
  return kind === 'count' ? 0 : SHOWN_DIGITS;
}

/** A number in the type of its field. */
function ofField(field: OwnField, value: Big): FieldNumber {
  return factKinds[field] === 'count' ? value.toNumber() : value;
}

/** A limit rounded to what the field can hold, which may be slightly stricter: at most 1.5 pieces means 1. */
function fitting(field: OwnField, limit: Big, side: 'minimum' | 'maximum', context: CheckContext): Big {
  const digits = digitsOf(field, context);
  return side === 'maximum' ? floorTo(limit, digits) : ceilTo(limit, digits);
}

/** The fix of a number: the nearest passing one; empty if the limits allow none. */
function fixOf(
  field: OwnField,
  side: 'minimum' | 'maximum',
  [minimum, maximum]: readonly [Big | null, Big | null],
  context: CheckContext,
): Figures {
  const limit = side === 'maximum' ? maximum : minimum;
  if (!limit) return {};
  const nearest = fitting(field, limit, side, context);
  const other = side === 'maximum' ? minimum : maximum;
  if (nearest.lt(0) || (other && (side === 'maximum' ? nearest.lt(other) : nearest.gt(other)))) return {};
  return { [field]: ofField(field, nearest) };
}

/** Which limit a number breaks, if any. */
function broken(value: Big, minimum: Big | null, maximum: Big | null): 'minimum' | 'maximum' | null {
  if (maximum && value.gt(maximum)) return 'maximum';
  return minimum && value.lt(minimum) ? 'minimum' : null;
}

const messages = { maximum: 'problem', minimum: 'low' } as const;

export function judgeRange(check: OwnCheckOf<'range'>, given: FieldNumber, context: CheckContext): Outcome {
  const { field } = check;
  if (check.currency !== undefined && check.currency !== context.currency) return notApplicable('no-trigger');
  const limits = [exact(check.minimum), exact(check.maximum)] as const;
  const side = broken(new Big(given), ...limits);
  if (side === null) return ok();
  const fix = fixOf(field, side, limits, context);
  return violation({
    message: Object.keys(fix).length > 0 ? messages[side] : 'unreachable',
    values: { [field]: given },
    fix,
  });
}

export function judgeRatio(
  check: OwnCheckOf<'ratio'>,
  given: FieldNumber,
  of: FieldNumber,
  context: CheckContext,
): Outcome {
  const { field } = check;
  const [value, whole] = [new Big(given), new Big(of)];
  if (whole.lte(0)) return notApplicable('nothing-to-check');
  const limits = [part(check.minimumPercent, whole), part(check.maximumPercent, whole)] as const;
  const side = broken(value, ...limits);
  if (side === null) return ok();
  const share = value.times(100).div(whole);
  const fix = fixOf(field, side, limits, context);
  return violation({
    message: Object.keys(fix).length > 0 ? messages[side] : 'unreachable',
    values: {
      [field]: given,
      [check.of]: of,
      // Rounded away from the limit: 70.001 % must not read as the allowed 70 %.
      percent: side === 'maximum' ? ceilTo(share, SHOWN_DIGITS) : floorTo(share, SHOWN_DIGITS),
      ...(side === 'maximum'
        ? { maxPercent: exact(check.maximumPercent) }
        : { minPercent: exact(check.minimumPercent) }),
    },
    fix,
  });
}

function exact(text: string | undefined): Big | null {
  return text === undefined ? null : new Big(text);
}

function part(points: string | undefined, whole: Big): Big | null {
  return points === undefined ? null : whole.times(percent(new Big(points)));
}

export function judgeImageCount({ minimum, maximum, field }: OwnCheckOf<'image-count'>, count: number): Outcome {
  if (maximum !== undefined && count > maximum)
    return violation({ values: { [field]: count }, fix: { limit: maximum, remove: count - maximum } });
  if (minimum !== undefined && count < minimum)
    return violation({ message: 'low', values: { [field]: count }, fix: { minimum, add: minimum - count } });
  return ok();
}

/** Unknown sides are not checked; the rule needs those it has a limit for. */
export function judgeImageSize(
  { minimumWidth, minimumHeight }: OwnCheckOf<'image-size'>,
  imageWidth: number | null | undefined,
  imageHeight: number | null | undefined,
): Outcome {
  const isNarrow = minimumWidth !== undefined && typeof imageWidth === 'number' && imageWidth < minimumWidth;
  const isLow = minimumHeight !== undefined && typeof imageHeight === 'number' && imageHeight < minimumHeight;
  if (!isNarrow && !isLow) return ok();
  return violation({
    message: isNarrow && isLow ? 'problem' : isNarrow ? 'narrow' : 'low',
    values: { imageWidth, imageHeight },
    fix: { ...(isNarrow ? { minWidth: minimumWidth } : {}), ...(isLow ? { minHeight: minimumHeight } : {}) },
  });
}
