/** A name for a file that every system takes: "Part de positifs" and a period -> part-de-positifs_2026-08-25_2026-11-22 */
export function fileName(title: string, ...parts: string[]): string {
  const name = title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return [name, ...parts].join('_');
}

/** Hands a file to the reader, as if from a download link. */
export function save(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  // Revoked at once, some browsers would find nothing left to save.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
