/** React under the names of `entrypoints/console.content/overlay/draw.ts`. */
import { createElement } from 'react';

export { createRoot } from 'react-dom/client';
export { createElement as h };
