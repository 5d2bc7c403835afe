import type { Counts, EditRow, FalseRow, HardRow } from './report.ts'
import type { Result } from './result.ts'
import { KINDS as KINDS_SWEPT, type SweepRow } from './sweep.ts'

const KINDS: Record<EditRow['kind'], string> = {
  light: 'every copy',
  framed: 'around it',
  marked: 'over it',
  mirrored: 'mirrored',
  cut: 'cut',
  within: 'within more',
  colour: 'colours',
  lost: 'not looked for',
}

const WHAT: Record<FalseRow['of'], string> = {
  pictures: 'different pictures',
  details: 'parts of photographs',
}

const HARD: Record<HardRow['of'], string> = {
  'another part': 'halves and quarters of one photograph that share nothing: different',
  'another colour':
    'the product in another colour, in the same pose: to be called recoloured, never the same',
  'the same ground': 'two products on the same photograph as ground: different',
  'the same mark': 'two products under the same mark, before white: different',
  'another ground': 'the same render before another ground: neither right nor wrong',
  'a twin': 'twelve clocks that differ in their hands alone: different, and not always told apart',
}

/** What has nothing over it; and what shows the whole picture and nothing around it. */
const UNMARKED: EditRow['kind'][] = ['light', 'framed', 'mirrored', 'cut']
const WHOLE: EditRow['kind'][] = ['light', 'mirrored', 'marked']

/** docs/verdict.md, from the figures alone. */
export function page(result: Result): string {
  const { thresholds, tuned, held, sweep, pictures, seed, method } = result
  const { same, probably, minQuality, colour, wholly, partly, added, patch } = thresholds
  const chosen = tuned.tried.find((one) => one.minQuality === minQuality)
  const countOf = (half: keyof Result['pictures']) => Object.values(pictures[half]).flat().length
  const { photo, product, drawing } = pictures.held
  const light = held.edits.filter(({ kind }) => kind === 'light')
  const sum = (key: 'pairs' | 'same' | 'probably' | 'cannotCompare') =>
    light.reduce((total, row) => total + row[key], 0)
  const lightFound = sum('same') + sum('probably')
  const unmarked = totals(held.edits.filter(({ kind }) => UNMARKED.includes(kind)))
  const whole = totals(held.edits.filter(({ kind, edit }) => WHOLE.includes(kind) && !/cut/.test(edit)))
  return `# When two photos are the same

Written by \`npm run calibrate\` (seeded, the same figures every time) from \`verdict.json\`, which also names the pictures of either
half and those that were missed. Nothing here is typed by hand, and \`shared/src/photo/calibrated.ts\` is written by the same run.

| threshold | |
|---|---|
| *the same photo* | up to ${same} of 256 bits apart, in the same colours |
| *probably the same photo* | up to ${probably} bits in the same colours; up to ${same} in other colours (*recoloured*) or where one is grey (*grey*) |
| same colours | up to ${colour} % apart |
| cannot compare | quality below ${minQuality} on either side |
| partial match: *the same photo* | one shows more around the other, and they agree to ${wholly} %; or the hash says probably, and they agree to ${partly} % beside one patch |
| partial match: *probably* | they agree to ${wholly} %, or in the same colours to ${partly} % beside one patch |
| *overlaid* | ${added} points with an edge that the other does not have, or ${patch} % less agreement because of the patch |
| *cropped*, *trimmed* | one shows more around the other: more of the picture, or one grey |

Measured on pictures that had no part in choosing them: of copies that were recompressed, resized, blurred or made lighter, darker,
stronger or weaker, **${percent(lightFound / sum('pairs'))} are found** (${lightFound} of ${sum('pairs')}), and ${percent(lightFound / (sum('pairs') - sum('cannotCompare')))} of those that are not too flat to be compared.
${falseSentence(held.falseMatches)}

A hash of the whole picture does not bear that a part is missing or covered. So photos that it does not call the same are laid into
each other: 32 × 32 greys of each, at all places and at sizes from the same to six tenths, as they are and mirrored, in both
directions, and then more and more finely where it looks best. The slopes of both are compared in 8 × 8 blocks,
with and without the one rectangle of up to 12 blocks that agrees least. What shows less than 12 blocks, or edges of one
direction alone, proves nothing.

## Copies that are to be found

${countOf('held')} pictures: ${photo.length} photographs, ${product.length} products on white, ${drawing.length} drawings before grounds of many kinds. Each is 640 px and
compared with the edit's result as a thumbnail of 220 px (JPEG at 75). *Found* is same and probably against all, those
that cannot be compared among them; *at least* is the lower bound with 95 % confidence (Clopper and Pearson, one-sided).
*Recoloured* counts what is found and said to be in other colours or grey, *by the hash alone* what would be found without
the partial match; the last three are what is said to be different of it.

| | edit | copies | same | probably | other | cannot compare | recoloured | found | at least | by the hash alone | trimmed | cropped | overlaid |
|---|---|---|---|---|---|---|---|---|---|---|---|---|---|
${held.edits.map(editRow).join('\n')}

A picture with faint colours loses little by losing or changing them, which is **not noticed**: the copies under *colours* that
are called the same. Where what is cut off is one grey, as of a product before white, it is told as *trimmed*, not *cropped*.
Of ${number(unmarked.pairs)} copies with nothing over them ${unmarked.overlaid} are called *overlaid*, and of ${number(whole.pairs)} that show the whole picture and no more ${whole.cropped} *cropped*.
A quarter turn is not looked for, nor a part of less than six tenths of the side.

![How far apart copies and different pictures are](pictures/verdict.svg)

## Pictures that are not one photo

Each picture against every copy of every other one, and each of sixteen parts of a photograph, many of them wall or sky,
against each other part. The comparisons of one pair are not independent of each other, nor are pairs that share a picture: the
bound for a comparison is what the count alone says, that for a pair counts each two pictures once.

| | comparisons | compared | false | at most | false, mirrored | at most | pairs | confused | at most, a pair |
|---|---|---|---|---|---|---|---|---|---|
${held.falseMatches.map(falseRow).join('\n')}

${confusedLine(held.falseMatches)}

| what is hard | pairs | same | probably | other | cannot compare | recoloured |
|---|---|---|---|---|---|---|
${held.hard.map((row) => `| ${HARD[row.of]} | ${countCells(row)} |`).join('\n')}
| each part of a photograph against its own thumbnail: the same, where it is not too flat | ${countCells(held.details)} |

## How the thresholds were chosen

1. The pictures are halved by chance within their kind (seed \`${seed}\`), with all that is made of them on the same side.
   ${countOf('tuning')} choose, ${countOf('held')} are measured. The twelve clocks are on neither side.
2. **Colours:** three quarters of what is between the two nearest colours of one product, ${tuned.nearestColour} %.
3. **Quality and probably:** for each quality the nearest two pictures in the same colours that are not one photo, less 6 bits;
   of these the one that finds most copies. The nearest two stand ${chosen?.nearestInColour} bits apart in the same colours, ${chosen?.nearest} at all.
4. **Same:** as many bits as 99.5 % of the light edits need, and at least 6 less than any two different pictures are apart.
5. **Partial match:** 6 % more than any two different pictures agree wholly (${tuned.partialMatch.mostWholly} %), and 2.5 % more than any agree beside a
   patch (${tuned.partialMatch.mostPartly} %), but 99 % at most. **Overlaid:** what at most 0.5 % of the copies reach that have nothing over them.

| quality from | nearest | nearest in the same colours | copies found |
|---|---|---|---|
${tuned.tried.map((row) => `| ${row.minQuality} | ${row.nearest} | ${row.nearestInColour} | ${percent(row.found)} |`).join('\n')}

What another limit for *probably* would do to the pictures that were measured by the hash alone; it had no part in choosing:

| probably up to | ${KINDS_SWEPT.map((kind) => KINDS[kind]).join(' | ')} | false | pairs confused |
|---|${KINDS_SWEPT.map(() => '---|').join('')}---|---|
${sweep.map(sweepRow).join('\n')}

## What this proves, and what not

- A verdict is about the **picture**. One photo never proves one product, nor one supplier, nor anybody's right to it.
- The products and drawings are renders by one artist with much the same light. There is **no second photograph of the same
  thing** in the set, so that how often two shots of one product are confused is not measured; the parts of one photograph,
  the other colours and the twins stand for it.
- Things that differ in a small part alone, as the clocks do, are called probably the same photo, as if something were laid
  over it, and sometimes the same. That a whole picture which the hash tells apart is at most *probably* was decided for them.
- *Recoloured* was chosen by vivid variants in the same pose. Faint colours that change, and a small part that does, are missed.
- The form of the colour distance (\`FAINT\` and \`DRIFT\` in \`shared/src/photo/colours.ts\`), the margins and the steps of this rule are
  set by hand. Some drawings of the half that is measured were seen while the former two were; no photograph and no product was.
- The form of the partial match (points, blocks, steps, what counts as a corner) is set by hand on the half that chooses.
- What is pasted before another ground is often found without its ground: it is the same render, and called so.
- A grey copy and the photo of a grey variant cannot be told apart. Both are *probably*, with the reason.
- Black, white and grey variants differ in brightness, and are not among the colours that were measured.
- *Probably* ends where it does because of the nearest two pictures of the half that chose; another half would move it by
  several bits. The table above says what that costs and saves.
- Millions of offers bring pairs that a few hundred pictures do not. The bounds say how much this number of pairs can say.

Hashes: \`${method}\`.
`
}

function totals(rows: readonly EditRow[]): Pick<EditRow, 'pairs' | 'cropped' | 'overlaid'> {
  const sum = (key: 'pairs' | 'cropped' | 'overlaid') => rows.reduce((total, row) => total + row[key], 0)
  return { pairs: sum('pairs'), cropped: sum('cropped'), overlaid: sum('overlaid') }
}

function falseSentence(rows: readonly FalseRow[]): string {
  return rows
    .map((row) => {
      const matches = row.falseMatches + row.falseMirrored
      const mirrored = row.falseMirrored > 0 ? `, ${row.falseMirrored} of them mirrored` : ''
      return `False matches in ${number(row.compared)} comparisons of ${WHAT[row.of]}: **${number(matches)}**${mirrored}.`
    })
    .join(' ')
}

function sweepRow(row: SweepRow): string {
  const found = KINDS_SWEPT.map((kind) => percent(row.found[kind]))
  return `| ${[row.probably, ...found, number(row.falseMatches), row.confused].join(' | ')} |`
}

function editRow(row: EditRow): string {
  const { byHash, trimmed, cropped, overlaid } = row
  const found = [percent(row.found), percent(row.atLeast), percent(byHash / row.pairs)]
  return `| ${KINDS[row.kind]} | ${row.edit} | ${countCells(row)} | ${[...found, trimmed, cropped, overlaid].join(' | ')} |`
}

function countCells({ pairs, same, probably, other, cannotCompare, recoloured }: Counts): string {
  return [pairs, same, probably, other, cannotCompare, recoloured].join(' | ')
}

function falseRow(row: FalseRow): string {
  const cells = [
    WHAT[row.of],
    number(row.comparisons),
    number(row.compared),
    number(row.falseMatches),
    rate(row.atMost),
    number(row.falseMirrored),
    rate(row.atMostMirrored),
    number(row.pairs),
    row.confused.length,
    rate(row.atMostForPair),
  ]
  return `| ${cells.join(' | ')} |`
}

function confusedLine(rows: readonly FalseRow[]): string {
  const confused = rows.flatMap((row) => row.confused)
  return confused.length === 0 ? 'No two were confused.' : `Confused: ${confused.join('; ')}.`
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}

function rate(value: number): string {
  return value
    .toExponential(1)
    .replace('e-', ' × 10⁻')
    .replace(
      /⁻(\d+)/,
      (_, digits: string) => `⁻${digits.replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)] as string)}`,
    )
}

function number(value: number): string {
  return value.toLocaleString('en-US')
}
