import { readFileSync } from 'node:fs';
import { parse } from '/work/main/packages/language/src/1-parse/parse.ts';
import { print } from '/work/main/packages/language/src/print/print.ts';
for (const f of ['yidu','yidu.zh']) {
  const t = readFileSync(`/work/main/test/samples/parse/${f}.loyalty`,'utf8');
  const t0=performance.now();
  const { tree, problems } = parse(t);
  console.log(f, performance.now()-t0,'ms cold', problems.length, JSON.stringify(problems).slice(0,600));
  const out = print(tree, tree.language);
  console.log(out === t ? 'SAME' : out);
  if (f==='yidu') console.log(print(tree,'zh'));
  for (let i=0;i<200;i++) parse(t);
  const t1=performance.now(); for (let i=0;i<200;i++) parse(t); console.log('warm',(performance.now()-t1)/200);
}
