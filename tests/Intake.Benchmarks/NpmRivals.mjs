// Texts a second of packages from npm on one thread, warm: node NpmRivals.mjs RIVAL INPUT.json
// INPUT is { texts, seconds, paths }; paths are the main scripts of the packages, by name.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const [, , rival, input] = process.argv;
const { texts, seconds, paths } = JSON.parse(readFileSync(input, 'utf8'));
const require = createRequire(import.meta.url);

const rivals = {
  'keyword-extractor': () => {
    const extractor = require(paths['keyword-extractor']);
    return text => extractor.extract(text, { language: 'english', remove_digits: true, return_changed_case: true, remove_duplicates: false }).length;
  },

  // Words, sentences and parts of speech, and the nouns counted: the least that key phrases need.
  'wink-nlp': () => {
    const nlp = require(paths['wink-nlp'])(require(paths['wink-eng-lite-web-model']), ['sbd', 'pos']);
    const { its, as } = nlp;
    return text => nlp.readDoc(text).tokens().filter(token => token.out(its.pos) === 'NOUN').out(its.normal, as.freqTable).length;
  },
  franc: async () => {
    const { franc } = await import(pathToFileURL(paths.franc));
    return text => franc(text).length;
  },
};

const run = await rivals[rival]();
let rate = 0;
for (let round = 0; round < 2; round++) {
  const begun = performance.now();
  let count = 0;
  while (performance.now() - begun < seconds * 1000) {
    for (const text of texts) run(text);
    count += texts.length;
  }
  rate = count / (performance.now() - begun) * 1000;
}
console.log(rate);
