/** One action or wait in the open view. */
export type Step =
  | { search: string }
  | { page: string }
  | { wait: string }
  | { gone: string }
  | { click: string }
  | { fill: [selector: string, text: string] }
  | { press: string[] }

export interface Scene {
  /** The file's name, without the language. */
  name: string
  languages: ('en' | 'zh')[]
  steps: Step[]
}

const OFFER = '.offer[data-offer]'
const FOUND: Step[] = [{ search: 'main' }, { wait: OFFER }]
const keys = (text: string): Step[] => [...text].map((key) => ({ press: [key] }))

/** What the stores show, in their order. The scenes share a browser: what one saves is there in the next. */
export const SCENES: Scene[] = [
  {
    name: '1-results',
    languages: ['en', 'zh'],
    steps: [...FOUND, { fill: ['#quantity', '200'] }, { wait: '.verdict-badge' }],
  },
  {
    name: '2-worth-it',
    languages: ['en', 'zh'],
    steps: [
      ...FOUND,
      { click: 'footer .margin-summary' },
      { fill: ['[name=weightKg]', '0.6'] },
      { fill: ['[name=lengthCm]', '30'] },
      { fill: ['[name=widthCm]', '20'] },
      { fill: ['[name=heightCm]', '10'] },
      { fill: ['[name=quote]', '35'] },
      { wait: '.answer.good, .answer.tight, .answer.loss' },
    ],
  },
  {
    name: '3-compare',
    languages: ['en'],
    steps: [
      ...FOUND,
      { page: 'app.html' },
      { wait: OFFER },
      ...keys('jxjxjxc'),
      { wait: '.comparison' },
      { gone: '.toast' },
    ],
  },
  {
    name: '4-shortlist',
    languages: ['en'],
    steps: [
      ...FOUND,
      { page: 'app.html' },
      { wait: OFFER },
      ...keys('jsjsjs'),
      { page: 'app.html#shortlist' },
      { wait: OFFER },
      { fill: ['.note', 'Ask for the inner lining and a sample in two colours'] },
    ],
  },
  {
    name: '5-what-was-sent',
    languages: ['en'],
    steps: [...FOUND, { click: '.subtitle .link' }, { wait: '.sent-picture' }],
  },
]
