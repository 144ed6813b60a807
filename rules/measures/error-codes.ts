/** A number, or words in capitals with "_" between them: "90220", "TITLE_REPETITIVE". */
const CODE = /^(?:\d{2,12}|[A-Z]{2,}(?:_[A-Z0-9]+)+)$/;
/** "90,220" as a spreadsheet groups a number, and "8541.0" as it keeps one. */
const GROUPED = /^\d{1,3}(?:,\d{3})+$/;
const AS_DECIMAL = /\.0+$/;
const BETWEEN = /[\s,;|/，；、]+/u;
/** What stands around a code: "[8541]", "'8541", "8541:". */
const AROUND = /^[[('"“‘（【#]+|[\])'"”’）】:：.]+$/gu;

/** The error codes of a marketplace that a cell or a badge names, each once; words beside them are left out. */
export function codesIn(text: string): readonly string[] {
  const whole = text.trim();
  const parts = GROUPED.test(whole) ? [whole.replaceAll(',', '')] : whole.split(BETWEEN);
  const codes = parts.map((part) => part.replaceAll(AROUND, '').replace(AS_DECIMAL, ''));
  return [...new Set(codes.filter((code) => CODE.test(code)))];
}
