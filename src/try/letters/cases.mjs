// Four cases of letters: a clean page and a spoiled one are read, a clerk confirms, what is no picture is refused.
import fs from 'node:fs';
import {ask, base, end, trial} from '../shared/trial.mjs';
import {signedIn} from '../shared/clerk.mjs';

const folder = process.env.TRY_LETTERS;
const bare = (text) => [...text.replace(/\s+/g, '')];
const words = bare(fs.readFileSync(folder + '/page0.txt', 'utf8'));
const clerk = await signedIn(base, 'agent');

function edits(a, b) {
  let row = b.map((_, j) => j + 1);
  row.unshift(0);
  a.forEach((x, i) => {
    const next = [i + 1];
    b.forEach((y, j) => next.push(Math.min(row[j + 1] + 1, next[j] + 1, row[j] + (x === y ? 0 : 1))));
    row = next;
  });
  return row[b.length];
}

async function read(file, least) {
  const response = await clerk.form('/letters', {}, {scan: {name: file, bytes: fs.readFileSync(`${folder}/${file}`)}});
  if (response.status !== 302) throw new Error('not taken: ' + response.status);
  const path = new URL(response.headers.get('location'), base).pathname;
  const page = await clerk.page(path);
  const draft = /<textarea[^>]*name="content"[^>]*>([^<]*)</.exec(page)[1];
  const rate = 100 - (100 * edits(words, bare(draft))) / words.length;
  if (rate < least) throw new Error(`${rate.toFixed(1)} %`);
  return {path, draft, rate};
}

let clean;
await trial('letters', 'clean', async () => {
  clean = await read('clean.png', 90);
  return `${clean.rate.toFixed(1)}% 的字读对，成为草稿 of the characters are right in the draft`;
});
await trial('letters', 'spoiled', async () => {
  const {rate} = await read('spoiled.jpg', 50);
  return `转 3°、150 dpi、JPEG 60：turned, 150 dpi, JPEG 60: ${rate.toFixed(1)}%`;
});
await trial('letters', 'confirmed', async () => {
  const response = await clerk.form(clean.path, {title: '家里暖气不热', content: clean.draft, name: '王示例', phone: '13800000001', address: ''});
  if (response.status !== 302) throw new Error('not confirmed: ' + response.status);
  const number = new URL(response.headers.get('location'), base).pathname.split('/').at(-1);
  const channel = await ask(`select channel from intake.appeal where number = '${number}'`);
  const papers = (await clerk.page('/appeals/' + number)).includes('附件1.png');
  if (channel !== 'letter' || !papers) throw new Error(`${channel}, scan ${papers}`);
  return `坐席确认后才成为诉求 an appeal once a clerk has confirmed: ${number}，附原件 with the scan`;
});
await trial('letters', 'no picture', async () => {
  const {status} = await clerk.form('/letters', {}, {scan: {name: 'letter.txt', bytes: Buffer.from('a letter')}});
  if (status !== 422) throw new Error('' + status);
  return '不是图片：422 no picture: 422';
});
end();
