/**
 * Stands in for the framework's own content script context, of which nothing is used here: its navigation watch, timers
 * and messages to the page would be dead weight in every page (see wxt.config.ts).
 */
export class ContentScriptContext {}
