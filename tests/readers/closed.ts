/**
 * Pages whose values stand in closed shadow roots. Only a content script of the built extension may open those, so a
 * test that runs the readers inside the page cannot read them; it can only see that nothing wrong is read.
 */
export const closedShadowPages: readonly string[] = ['amazon/listing-editor/gen2-closed-shadow-en-us'];
