import { mkdtemp, readdir, readFile, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { forgetOldUploads, forgetUpload, receiveUpload, uploadPath } from './uploads.server';

let dataDir: string;
beforeEach(async () => void (dataDir = await mkdtemp(join(tmpdir(), 'vis-a-vis-uploads-'))));
afterEach(() => rm(dataDir, { recursive: true }));

function sent(form: FormData): Request {
  return new Request('http://app.example/imports', { method: 'POST', body: form });
}

function withFile(content: string, name = 'avis.csv'): FormData {
  const form = new FormData();
  form.set('source', 'Borne');
  form.set('file', new File([content], name));
  return form;
}

const kept = async () => readdir(join(dataDir, 'uploads')).catch(() => []);

describe('a file that is sent', () => {
  test('is kept on the disk as it came, under the import’s own name', async () => {
    const upload = await receiveUpload(
      sent(withFile('Note;Avis\n5;Bien\n', '../../etc/passwd')),
      dataDir,
      'import-1'
    );
    expect(upload.bytes).toBe(17);
    expect(upload.fields.get('source')).toBe('Borne');
    expect(await kept()).toEqual(['import-1.upload']);
    expect(await readFile(uploadPath(dataDir, 'import-1'), 'utf8')).toBe('Note;Avis\n5;Bien\n');
  });

  test('leaves nothing behind when the form holds none, or is cut off', async () => {
    const none = new FormData();
    none.set('file', new File([], ''));
    await expect(receiveUpload(sent(none), dataDir, 'none')).rejects.toMatchObject({ code: 'no_file' });

    const whole = sent(withFile('x'.repeat(1000)));
    const bytes = (await whole.clone().arrayBuffer()).slice(0, 600);
    const headers = { 'content-type': whole.headers.get('content-type') ?? '' };
    const cut = new Request('http://app.example/', { method: 'POST', body: bytes, headers });
    await expect(receiveUpload(cut, dataDir, 'cut')).rejects.toMatchObject({ code: 'broken' });

    const plain = new Request('http://app.example/', { method: 'POST', body: 'text' });
    await expect(receiveUpload(plain, dataDir, 'plain')).rejects.toMatchObject({ code: 'no_file' });
    expect(await kept()).toEqual([]);
  });

  test('is forgotten after its import, and when nobody came back for it', async () => {
    for (const id of ['done', 'old', 'new']) await receiveUpload(sent(withFile('a;b\n')), dataDir, id);
    await forgetUpload(dataDir, 'done');
    const yesterday = new Date(Date.now() - 25 * 3600 * 1000);
    await utimes(uploadPath(dataDir, 'old'), yesterday, yesterday);
    await forgetOldUploads(dataDir, 24 * 3600 * 1000);
    expect(await kept()).toEqual(['new.upload']);
  });
});
