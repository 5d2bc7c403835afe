export const picture = {
  bringTitle: 'Search with a picture of your own',
  bringText: 'Paste or drop it anywhere on this page, or',
  openFile: 'Open a file',
  pictureAddress: 'Address of a picture',
  searchAddress: 'Search',
  notAddress: 'This is no web address of a picture.',
  nothingPasted: 'There is no picture in what you pasted or dropped.',
  ownPicture: 'Own picture',
  chooseSubject: 'Choose the subject…',
  subject: 'Choose the subject',
  subjectHint:
    'Put the frame around what you look for. Arrow keys move it, with Shift they resize it, with Alt in larger steps.',
  subjectFrame: 'The part to search',
  subjectPlace: (width: number, height: number, left: number, top: number) =>
    `${width} × ${height} pixels, ${left} from the left, ${top} from the top`,
  subjectSeen: (number: number, of: number) => (of === 1 ? 'As 1688 sees it' : `Subject ${number}`),
  wholePicture: 'Whole picture',
  searchPart: 'Search this part',
  searchWhole: 'Search the whole picture',
  toWhole: 'search the whole',
  whatWasSent: 'what was sent',
  whatWillBeSent: 'This will leave your browser',
  send: 'Search with it',
  discard: 'Discard it',
  savePicture: 'Save the JPEG',
  sentTitle: 'This left your browser',
  sentPicture: (size: string, kilobytes: string) => `A JPEG of ${size} pixels, ${kilobytes} kB.`,
  sentUntouched: 'Its own pixels as they came; camera, place, time and author were taken out.',
  sentReduced: 'Drawn anew, so camera, place, time and author are gone.',
  sentKept:
    'Your proxy keeps no picture, only the offers found, for an hour unless its operator chose otherwise. What 1688 keeps is not known.',
  sentHere:
    'In this browser it is kept with your history until you erase that; from a private window until the last of them closes.',
  sentPart: (part: string) => `With it went which part to search: ${part}.`,
  sentTo: (host: string) => `It went to your proxy (${host}), which passes it to 1688.`,
  goesTo: (host: string) => `It goes to your proxy (${host}), which passes it to 1688.`,
  staysHere: 'The address of the page and of the picture stays here.',
  notSentYet: 'Nothing was sent yet',
  sentNot: 'The address of the page and of the picture stayed here.',
}

export type PictureTexts = typeof picture
