import type { Language, Level, RichText } from '../../../background/messages/words.ts';
import { levelName } from '../../../background/present/finding.ts';
import type { Row, Table } from '../reading/rows-of-text.ts';
import { csvRow } from '../writing/csv.ts';
import { type CellLook, type CellMark, type MarkedRow, writeMarkedWorkbook } from '../writing/xlsx-write.ts';
import type { FileResult, Progress } from './check-file.ts';
import type { CheckableFile } from './columns.ts';
import type { BulkScope } from './context.ts';
import { bulkText, problemText, ruleTitle } from './present.ts';
import type { Problem } from './problem.ts';

export type ExportFormat = 'xlsx' | 'csv';

/** Excel opens a workbook with more comments than these slowly or not at all; our columns hold the sentences of all. */
export const MOST_COMMENTS = 50_000;
/** A coupon of 2,900 products can have thousands of sentences; a cell holds 32,767 characters. */
const MOST_IN_A_CELL = 30;

export interface Exporting {
  readonly layout: CheckableFile;
  readonly table: Table;
  readonly result: FileResult;
  readonly scope: BulkScope;
  readonly language: Language;
  /** What is exported: all problems, or those that are shown. */
  readonly isWanted: (problem: Problem) => boolean;
}

/** A row of the file with what was found in it. */
interface Exported {
  readonly cells: Row;
  /** 0-based. */
  readonly index: number;
  readonly problems: readonly Problem[];
}

/** The rows of the file as they are, read once more, each with its problems. */
async function* exportedRows(
  { table, result, isWanted }: Exporting,
  report: (progress: Progress) => void,
): AsyncGenerator<readonly Exported[]> {
  const { problems } = result;
  let next = 0;
  let index = -1;
  for await (const batch of table.rows()) {
    yield batch.map((cells) => {
      index += 1;
      const from = next;
      while ((problems[next]?.row ?? Number.POSITIVE_INFINITY) <= index + 1) next += 1;
      const own = from === next ? NO_PROBLEMS : problems.slice(from, next).filter(isWanted);
      return { cells, index, problems: own };
    });
    const share = table.progress();
    report({ rows: index + 1, share: share === 0 ? null : share });
  }
}

const NO_PROBLEMS: readonly Problem[] = [];

/** The same rows as a workbook: cells with a problem coloured and commented, and columns of ours behind the file's own. */
export function exportWorkbook(exporting: Exporting, report: (progress: Progress) => void): Promise<Blob> {
  const { layout, result } = exporting;
  return writeMarkedWorkbook({
    name: bulkText(exporting.language, 'sheetName'),
    frozenRows: layout.headingRow + 1,
    wideFrom: result.width,
    mostComments: MOST_COMMENTS,
    rows: markedRows(exporting, report),
  });
}

async function* markedRows(
  exporting: Exporting,
  report: (progress: Progress) => void,
): AsyncGenerator<readonly MarkedRow[]> {
  for await (const rows of exportedRows(exporting, report)) yield rows.map((row) => markedRow(row, exporting));
}

function markedRow({ cells, index, problems }: Exported, exporting: Exporting): MarkedRow {
  const { layout, language, result } = exporting;
  const { width } = result;
  if (index === layout.headingRow)
    return {
      cells: [...padded(cells, width), ...headingsOf(language)],
      marks: Array.from({ length: width + OWN_COLUMNS }, (_, column) => ({ column, look: 'heading' as const })),
    };
  const [worst] = problems;
  if (!worst) return { cells, marks: [] };
  const sentences = problems.map((problem) => plain(problemText(problem, language, exporting.scope)));
  const marks: CellMark[] = [...Map.groupBy(problems.keys(), (at) => problems[at]?.column ?? null)].flatMap(
    ([column, places]) => {
      const first = problems[places[0] ?? 0];
      if (column === null || !first) return [];
      return [
        {
          column,
          look: look(first.level),
          comment: joined(
            places.map((at) => sentences[at] ?? ''),
            language,
          ),
        },
      ];
    },
  );
  return {
    cells: [...padded(cells, width), levelName(language, worst.level), joined(sentences, language)],
    marks: [...marks, { column: width, look: look(worst.level) }, { column: width + 1, look: 'note' }],
  };
}

const OWN_COLUMNS = 2;

function headingsOf(language: Language): readonly [level: string, sentences: string] {
  return [bulkText(language, 'columnLevel'), bulkText(language, 'columnSentences')];
}

function look(level: Level): CellLook {
  return level === 'unknown' ? 'info' : level;
}

function padded(cells: Row, width: number): Row {
  return cells.length === width ? cells : [...cells, ...Array<string>(width - cells.length).fill('')];
}

/** One sentence a line. */
function joined(sentences: readonly string[], language: Language): string {
  if (sentences.length <= MOST_IN_A_CELL) return sentences.join('\n');
  const more = bulkText(language, 'moreSentences', { count: sentences.length - MOST_IN_A_CELL });
  return [...sentences.slice(0, MOST_IN_A_CELL), more].join('\n');
}

function plain(parts: RichText): string {
  return parts.map(({ text }) => text).join('');
}

/** Lets spreadsheets read the file as UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';

/** The same rows as CSV: the file's own cells, then columns of ours. */
export async function exportCsv(exporting: Exporting, report: (progress: Progress) => void): Promise<Blob> {
  const { layout, language, result, scope } = exporting;
  const parts: string[] = [BYTE_ORDER_MARK];
  const headings = [...headingsOf(language), bulkText(language, 'columnCells'), bulkText(language, 'columnRules')];
  for await (const rows of exportedRows(exporting, report)) {
    let text = '';
    for (const { cells, index, problems } of rows) {
      const [worst] = problems;
      text += csvRow(padded(cells, result.width));
      if (index === layout.headingRow) text += `,${csvRow(headings)}`;
      else if (worst) {
        const sentences = problems.map((problem) => plain(problemText(problem, language, scope)));
        const places = new Set(problems.map(({ column }) => (column === null ? '' : (result.headings[column] ?? ''))));
        const rules = new Set(problems.map(({ rule }) => ruleTitle(rule, language)));
        text += `,${csvRow([
          levelName(language, worst.level),
          joined(sentences, language),
          [...places].filter(Boolean).join('; '),
          [...rules].join('; '),
        ])}`;
      }
      text += '\r\n';
    }
    parts.push(text);
  }
  return new Blob(parts, { type: 'text/csv;charset=utf-8' });
}
