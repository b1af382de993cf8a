#!/usr/bin/env bash
# Behaviour: npm smpp marks a Latin text with data_coding 1, which is IA5, ASCII, in SMPP 3.4 (5.2.19), and fills it with the signs of GSM
#   03.38: an @ goes out as 00, a $ as 02, a _ as 11. Text that another side sends as IA5 it reads by the same table: a@b.cn $5 a_b
#   arrives as a¡b.cn ¤5 a§b. Two ends of this library understand each other, so a test with both ends shows nothing.
# Version: npm smpp 0.5.1
# What we do: our own link sends UCS-2 only (SmppLink); the library is a peer in tests, never part of the product.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent --ignore-scripts smpp@0.5.1
cat >try.js <<'JS'
const { PDU } = require('smpp');
for (const text of ['a@b', '$5', 'a_b']) {
  const bytes = new PDU('submit_sm', { source_addr: '1', destination_addr: '2', short_message: text }).toBuffer();
  console.log(text, 'data_coding', new PDU(bytes).data_coding, 'bytes', bytes.subarray(-text.length).toString('hex'));
}
const ia5 = new PDU('submit_sm', { source_addr: '1', destination_addr: '2', data_coding: 1, short_message: Buffer.from('a@b.cn $5 a_b', 'ascii') });
console.log('IA5 a@b.cn $5 a_b read as', new PDU(ia5.toBuffer()).short_message.message);
JS
node try.js | tee seen
cat >want <<'TXT'
a@b data_coding 1 bytes 610062
$5 data_coding 1 bytes 0235
a_b data_coding 1 bytes 611162
IA5 a@b.cn $5 a_b read as a¡b.cn ¤5 a§b
TXT
diff want seen && echo "as described"
