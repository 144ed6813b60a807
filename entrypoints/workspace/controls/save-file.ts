/** Has the browser save a file. It never leaves the machine. */
export function saveFile(name: string, file: Blob): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser may still be reading a large file long after the click.
  setTimeout(() => URL.revokeObjectURL(address), SAVED_MS);
}

const SAVED_MS = 60_000;
