/**
 * What most pages never call. The build makes it a file of its own, which browsers compile only when it is called: by
 * `import('./later.ts')`.
 */
export { createCards } from './overlay/cards.ts';
export * from './reading/extras.ts';
export { startPointing } from './teach/pointing.ts';
