import type { Outcome, ProductResult } from './experiment.ts'
import { CONDITIONS } from './shots.ts'

const METHODS: Record<Outcome['method'], string> = {
  features: 'local features',
  colours: 'colours',
  both: 'both',
}

/** docs/same-product.md, from the figures alone. */
export function page({ seed, products, outcomes, ms }: ProductResult): string {
  const row = (name: string, cell: (outcome: Outcome) => string) =>
    `| ${name} | ${outcomes.map(cell).join(' | ')} |`
  return `# The same product in another photo: tried, and left out

The verdict on an offer is about its **picture**. Whether another photo shows the same product was tried with what a
browser can afford, measured, and left out. Written by \`npm run calibrate -- --product\` (seed \`${seed}\`); the code is
\`test/calibrate/product/\`, and none of it is in the extension.

## What was tried

- **Local features** with a geometric check: corners at three sizes, described by 256 bits that turn with them (after ORB), the
  nearest of them in both pictures, and how many agree on one shift, turn and size.
- **Colours**: what two pictures have in common of strong colours, wherever they are.
- **Both**: enough features and enough colours.

Not tried: a small model through WebAssembly. It would have to fit into 3 MB with its runtime, and without photographs to measure it by
there would be nothing to say for it.

## What was measured

${products.tuning + products.held} products, half of them to choose the thresholds (the one that finds most with 97 % of what it shows right), half to measure.
Each is searched before white and offered as a thumbnail of 220 px in eight ways. Lists of twenty offers: three of the product, eight
of its kind, nine others.

| | ${outcomes.map(({ method }) => METHODS[method]).join(' | ')} |
|---|${outcomes.map(() => '---|').join('')}
${row('threshold', ({ threshold }) => thresholdText(threshold))}
${row('**precision** of what is shown', ({ precision, shown, right }) => `**${percent(precision)}** (${right} of ${shown})`)}
${row('at least (95 %)', ({ atLeast }) => percent(atLeast))}
${CONDITIONS.map((condition) => row(`found: ${condition}`, ({ recall }) => percent(recall[condition]))).join('\n')}
${row('false: another product', ({ falseRate, falseAtMost }) => `${percent(falseRate, 2)} (at most ${percent(falseAtMost, 2)})`)}
${row('false: another of its kind', ({ falseOfKind }) => percent(falseOfKind, 2))}
${row('false: its other colours, which are other offers', ({ anotherColour }) => percent(anotherColour))}
${row('**false: another product on the same photograph as ground**', ({ traps }) => `**${percent(traps['the same ground'])}**`)}
${row('**false: another product under the same mark**', ({ traps }) => `**${percent(traps['the same mark'])}**`)}
${row('false: two photographs of different things', ({ traps }) => percent(traps.photographs, 2))}

Twenty thumbnails took ${ms.see + ms.compare} ms in Node (${ms.see} to see, ${ms.compare} to compare), in 4 kB of code.

## Why it is left out

Above the traps the figures would be good enough. They are kinder than life in every way: each "other photo" is the **same render**,
moved, turned, seen as a plane from the side and lit anew. A real second photo shows another side of a thing that is not flat,
with other reflections and shadows. There were no photographs of one product from several sides that may be kept here, so that how
often a real one is found, and how often two real ones are confused, **was not measured**.

And the traps are what life is full of. One shop's offers stand on one ground, under one mark, beside one ruler: a geometric
check of local features cannot tell that what agrees is not the product, and a list of one supplier's goods would be one
"product". Other colours of one thing are other offers, which features alone do not see.

So a precision of 95 % cannot be claimed for what people search. It can be tried again with a few hundred real pairs whose
licence lets them be kept: the half that measures, the lists and the traps are there.
`
}

function thresholdText({ features, colours }: Outcome['threshold']): string {
  return [features > 0 && `${features} features`, colours > 0 && `${percent(colours, 0)} of the colours`]
    .filter(Boolean)
    .join(', ')
}

function percent(share: number, digits = 1): string {
  return `${(share * 100).toFixed(digits)} %`
}
