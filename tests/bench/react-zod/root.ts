/** React under the name of `entrypoints/console.content/overlay/root.ts`. */
export { createRoot } from 'react-dom/client';
