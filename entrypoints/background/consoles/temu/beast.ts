import { classStem } from '../../../console.content/reading/class-names.ts';

// Beast is the component library of Temu's consoles. Test ids stay from version to version, classes carry its number.

/**
 * One row of a table's body, in either half of a table that is split. Also without its test id, so that a table without
 * them is still one of ours: what a row is about is told by its words. Rows that are no `tr` were not seen here: inferred.
 */
export const TABLE_ROW = `:is(tbody tr,[role=row],[data-testid="beast-core-table-body-tr"],${classStem('TB_tr')})`;
export const TABLE_CELL = ':is(td,[role=cell],[role=gridcell],[data-testid="beast-core-table-td"])';
export const TABLE_HEADER = '[data-testid="beast-core-table-header-tr"]';
/** What a tab is called, with its count; the same words stand in other places as a state. */
export const TAB_LABEL = '[data-testid="beast-core-tab-itemLabel"]';
export const OPEN_TAB = `${classStem('TAB_active')} ${TAB_LABEL}`;
/** Wrapper of a number's input and of the marks beside it. */
export const FORM_ITEM = `:is([data-testid="beast-core-form-item"],${classStem('Form_item')})`;
export const NUMBER = '[data-testid="beast-core-inputNumber"]';
export const SELECT = '[data-testid="beast-core-select"]';
export const NUMBER_INPUT = 'input[data-testid="beast-core-inputNumber-htmlInput"]';

/** The mount of the micro-app that shows a page. */
export const app = (name: string): string => `[data-name="${name}"]`;
