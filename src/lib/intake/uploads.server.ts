import Busboy from '@fastify/busboy';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';

/** A file on its way in, kept on this server's disk until it is imported. */
export interface Upload {
  /** The other fields of the form. */
  fields: Map<string, string>;
  fileName: string;
  bytes: number;
}

/** Nobody's export of verbatims is larger; a disk is. */
const LARGEST = 1024 ** 3;

/** Why an upload was not kept. */
export class UploadRefused extends Error {
  constructor(readonly code: 'no_file' | 'too_large' | 'broken') {
    super(`Upload refused: ${code}`);
    this.name = 'UploadRefused';
  }
}

/** Where the file of an import lies. The id is the import's, never a name that came with the file. */
export function uploadPath(dataDir: string, importId: string): string {
  return join(uploadsOf(dataDir), `${importId}.upload`);
}

/**
 * Streams the one file of a multipart form to disk, so that its size never counts in memory.
 *
 * @throws UploadRefused; then nothing is left on the disk
 */
export async function receiveUpload(request: Request, dataDir: string, importId: string): Promise<Upload> {
  const type = request.headers.get('content-type') ?? '';
  if (!request.body || !type.startsWith('multipart/form-data')) throw new UploadRefused('no_file');
  await mkdir(uploadsOf(dataDir), { recursive: true, mode: 0o700 });
  const path = uploadPath(dataDir, importId);
  try {
    const upload = await receive(request.body, type, path);
    if (upload.fileName === '') throw new UploadRefused('no_file');
    return upload;
  } catch (error) {
    await rm(path, { force: true });
    throw error instanceof UploadRefused ? error : new UploadRefused('broken');
  }
}

/** Removes the file of an import: it holds texts as customers wrote them. */
export async function forgetUpload(dataDir: string, importId: string): Promise<void> {
  await rm(uploadPath(dataDir, importId), { force: true });
}

/** Removes what was uploaded longer ago than `age` milliseconds and never imported. */
export async function forgetOldUploads(dataDir: string, age: number): Promise<void> {
  const folder = uploadsOf(dataDir);
  for (const name of await readdir(folder).catch(() => [])) {
    const file = join(folder, name);
    if ((await stat(file)).mtimeMs < Date.now() - age) await rm(file, { force: true });
  }
}

function uploadsOf(dataDir: string): string {
  return join(dataDir, 'uploads');
}

async function receive(body: ReadableStream, type: string, path: string): Promise<Upload> {
  const upload: Upload = { fields: new Map(), fileName: '', bytes: 0 };
  const form = new Busboy({
    headers: { 'content-type': type },
    limits: { files: 1, fileSize: LARGEST, fields: 20, fieldSize: 1000 }
  });
  let writing: Promise<void> = Promise.resolve();
  let tooLarge = false;
  form.on('field', (name, value) => upload.fields.set(name, value));
  form.on('file', (_field, stream, fileName) => {
    upload.fileName = fileName ?? '';
    stream.on('limit', () => (tooLarge = true));
    stream.on('data', (chunk: Buffer) => (upload.bytes += chunk.length));
    writing = pipeline(stream, createWriteStream(path, { mode: 0o600 }));
    writing.catch(() => undefined);
  });
  await pipeline(Readable.fromWeb(body as NodeReadableStream), form);
  await writing;
  if (tooLarge) throw new UploadRefused('too_large');
  return upload;
}
