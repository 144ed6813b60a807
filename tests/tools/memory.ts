import { readdirSync, readFileSync } from 'node:fs';

/** Bytes that this process's browsers hold, all their processes together; null where the system does not tell. */
export function browserMemory(): number | null {
  const processes = new Map<number, { readonly parent: number; readonly bytes: number }>();
  try {
    for (const name of readdirSync('/proc')) {
      if (!/^\d+$/u.test(name)) continue;
      const status = statusOf(name);
      const parent = /^PPid:\s+(\d+)/mu.exec(status)?.[1];
      const kilobytes = /^RssAnon:\s+(\d+)/mu.exec(status)?.[1];
      if (parent && kilobytes) processes.set(Number(name), { parent: Number(parent), bytes: Number(kilobytes) * 1024 });
    }
  } catch {
    return null;
  }
  const isOurs = (id: number): boolean => {
    const parent = processes.get(id)?.parent;
    return parent !== undefined && (parent === process.pid || isOurs(parent));
  };
  return [...processes].reduce((sum, [id, { bytes }]) => (isOurs(id) ? sum + bytes : sum), 0);
}

/** Empty for a process that has ended meanwhile. */
function statusOf(name: string): string {
  try {
    return readFileSync(`/proc/${name}/status`, 'utf8');
  } catch {
    return '';
  }
}
