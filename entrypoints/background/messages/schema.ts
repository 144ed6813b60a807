import { z } from 'zod';

// zod probes `new Function` when it creates a schema. The extension's CSP forbids that, and the browser would log it.
z.config({ jitless: true });

export { z };
