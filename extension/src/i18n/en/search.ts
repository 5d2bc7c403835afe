const ordinals = new Intl.PluralRules('en', { type: 'ordinal' })
const endings: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'st', two: 'nd', few: 'rd' }
/** `3` as `3rd`. */
const ordinal = (place: number) => `${place}${endings[ordinals.select(place)] ?? 'th'}`

const queued = (place: number) => (place === 1 ? 'Next in queue' : `${ordinal(place)} in queue`)

export const search = {
  readingPicture: 'Reading the picture…',
  searching: 'Searching 1688…',
  queued,
  queuedFor: (place: number, seconds: number) => `${queued(place)}, about ${seconds} s`,
  searchingAgain: (attempt: number) => `Searching 1688, attempt ${attempt}…`,
  retrying: 'Trying again…',
  retryingIn: (seconds: number) => `No answer from 1688. Retrying in ${seconds} s`,
  choosePicture: 'Which picture?',
  choosePictureHint: 'There are several pictures here.',
  pictureKinds: {
    image: 'Picture',
    background: 'Background',
    canvas: 'Canvas',
    video: 'Video',
    frame: 'Frame',
  },
  selectArea: 'Select on the page',
  useScreenshot: 'Use a screenshot',
  selectingArea: 'Draw a box around the product',
  selectingAreaHint: 'Drag across it on the page. Esc cancels.',
  allowHost: (host: string) => `Allow ${host}`,
  allowHostFor: (host: string, size: string) => `Allow ${host} for ${size}`,
  insteadOf: (size: string, from: string) => `${size} instead of ${from}.`,
  upToSize: (size: string) => `up to ${size}`,
  fullSizePicture: 'the full-size picture',
  allowHostWhy: 'Lets us read full-size pictures. Undo in Settings.',
  fromOriginal: (size: string) => `Original ${size}`,
  asShown: ', as shown on the page',
  plain: ', a single colour',
  sheer: ', mostly transparent',
  fromScreenshot: (size: string) => `Screenshot ${size}, lower accuracy`,
  fromPartialScreenshot: (size: string) => `Screenshot ${size}, visible part only`,
  fromPage: (size: string) => `Original ${size}, read by the page`,
  fromFrameScreenshot: (size: string) => `Screenshot of the frame ${size}, lower accuracy`,
  fromArea: (size: string) => `Selected area ${size}`,
  fromFile: (size: string) => `Your picture ${size}`,
  fromRegion: (size: string) => `Cropped to ${size}`,
  searchAgain: 'Refresh',
  outdated: (when: string) => `Searched ${when}. Prices may have changed.`,
}

export type SearchTexts = typeof search
