/**
 * Replaces the framework's own content script context. None of it is used here, and its navigation watch, timers and
 * page messages would be dead weight in every page (see wxt.config.ts).
 */
export class ContentScriptContext {}
