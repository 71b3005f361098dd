import { isAscii } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import iconv from 'iconv-lite';
import { detectEncoding } from './encoding';
import type { TextEncoding } from './encoding';
import { NotATable } from './not-a-table';

/** What is read to recognise a file, and then at a time. */
const HEAD = 256 * 1024;
const CHUNK = 64 * 1024;
const MAX_BYTES = 2 * 1024 ** 3;

/** The beginning of a text file; `complete` says that it is the whole file. */
export interface TextHead {
  text: string;
  complete: boolean;
  bytes: number;
  encoding: TextEncoding;
}

export interface Watch {
  /** Called after each chunk with the bytes read so far. */
  onProgress?: (bytesRead: number) => void;
  /** Stops the reading: the iteration throws the signal's reason. */
  signal?: AbortSignal;
}

/** Reads the beginning of a file and recognises its encoding. Throws NotATable when it is no text. */
export async function readHead(path: string): Promise<TextHead> {
  const file = await open(path).catch(refuseMissing);
  try {
    const stat = await file.stat();
    if (!stat.isFile()) throw new NotATable('missing', 'This is not a file. Choose a CSV file.');
    if (stat.size > MAX_BYTES) {
      throw new NotATable('too_large', 'This file is over 2 GB. Split it and import the parts one by one.');
    }
    const head = await readAt(file, 0, HEAD);
    const complete = head.length === stat.size;
    refuseOtherFormats(head);
    const encoding = await findEncoding(file, head, complete);
    const text = decodeHead(head, encoding, complete);
    if (text.includes('\0')) refuseBinary();
    return { text, complete, bytes: stat.size, encoding };
  } finally {
    await file.close();
  }
}

/** The whole text of a file, decoded a chunk at a time and without its byte order mark. */
export async function* readText(
  path: string,
  encoding: TextEncoding,
  watch: Watch = {}
): AsyncGenerator<string> {
  const decoder = iconv.getDecoder(encoding);
  const stream = createReadStream(path, { highWaterMark: CHUNK });
  let bytesRead = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      watch.signal?.throwIfAborted();
      const text = decoder.write(chunk);
      if (text.includes('\0')) refuseBinary();
      yield text;
      bytesRead += chunk.length;
      watch.onProgress?.(bytesRead);
    }
  } catch (error) {
    refuseMissing(error);
  }
  yield decoder.end() ?? '';
}

/**
 * Pure ASCII says nothing yet: the first accented letter may come late, and it decides. Reading on for it
 * costs about a second per gigabyte, and only in files that hold none.
 */
async function findEncoding(file: FileHandle, head: Buffer, complete: boolean): Promise<TextEncoding> {
  if (complete || !isAscii(head)) return detectEncoding(head, complete);
  for (let from = head.length; ;) {
    const part = await readAt(file, from, 4 * HEAD);
    const first = isAscii(part) ? part.length : part.findIndex((byte) => byte >= 0x80);
    if (first === part.length && part.length > 0) {
      from += part.length;
      continue;
    }
    const telling = await readAt(file, from + first, HEAD);
    return detectEncoding(telling, telling.length < HEAD);
  }
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await file.read(buffer, filled, length - filled, position + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.subarray(0, filled);
}

function decodeHead(head: Buffer, encoding: TextEncoding, complete: boolean): string {
  const decoder = iconv.getDecoder(encoding);
  return decoder.write(head) + (complete ? (decoder.end() ?? '') : '');
}

const SPREADSHEETS = ['504b0304', 'd0cf11e0'];
const OTHERS = [
  '25504446',
  '89504e47',
  'ffd8ff',
  '47494638',
  '1f8b',
  '7b5c727466',
  '504b0506',
  '377abcaf',
  '52617221'
];

function refuseOtherFormats(head: Buffer): void {
  const magic = head.subarray(0, 8).toString('hex');
  const opening = head.subarray(0, 64).toString('latin1').replace(/^ï»¿/, '').trimStart().toLowerCase();
  if (
    SPREADSHEETS.some((start) => magic.startsWith(start)) ||
    /^<(!doctype|html|table|\?xml)/.test(opening)
  ) {
    throw new NotATable(
      'spreadsheet',
      'This is a spreadsheet, a zip archive or a web page, not a CSV file. ' +
        'Open it in Excel or LibreOffice, save the sheet as "CSV UTF-8", and import that file.'
    );
  }
  if (OTHERS.some((start) => magic.startsWith(start))) refuseBinary();
}

function refuseBinary(): never {
  throw new NotATable(
    'binary',
    'This file is not text: a picture, a document or an archive? ' +
      'Export the table as CSV, UTF-8, and import that.'
  );
}

/** Turns the errors of a path that leads nowhere into words; others pass. */
function refuseMissing(error: unknown): never {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    throw new NotATable('missing', 'This file does not exist. Check its name and folder.');
  }
  if (code === 'EISDIR') throw new NotATable('missing', 'This is a folder. Choose a CSV file.');
  if (code === 'EACCES' || code === 'EPERM') {
    throw new NotATable('missing', 'This file may not be read. Change its permissions or copy it elsewhere.');
  }
  throw error;
}
