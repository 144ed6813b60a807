// Beast is the component library of Temu's consoles. Test ids stay from version to version, classes carry its number.

/** One row of a table's body, in either half of a table that is split. */
export const TABLE_ROW = 'tr[data-testid="beast-core-table-body-tr"]';
export const TABLE_HEADER = '[data-testid="beast-core-table-header-tr"]';
export const CELL = 'td[data-testid="beast-core-table-td"]';
/** Wrapper of a number's input and of the marks beside it. */
export const FORM_ITEM = '[data-testid="beast-core-form-item"]';
export const NUMBER = '[data-testid="beast-core-inputNumber"]';
export const SELECT = '[data-testid="beast-core-select"]';
export const NUMBER_INPUT = 'input[data-testid="beast-core-inputNumber-htmlInput"]';

/** The mount of the micro-app that shows a page. */
export const app = (name: string): string => `[data-name="${name}"]`;
