import { z } from 'zod';

// zod probes `new Function` when a schema is made; the extension's policy forbids that and the browser would report it.
z.config({ jitless: true });

export { z };
