export const picture = {
  uploadTitle: 'Search with a picture of your own',
  uploadHint: 'Paste or drop it anywhere on this page, or',
  openFile: 'Open a file',
  pictureUrl: 'Address of a picture',
  searchPictureUrl: 'Search',
  pictureUrlInvalid: 'This is no web address of a picture.',
  noPicturePasted: 'There is no picture in what you pasted or dropped.',
  uploadPicture: 'Own picture',
  openRegion: 'Choose the subject…',
  regionTitle: 'Choose the subject',
  regionHint:
    'Put the frame around what you look for. Arrow keys move it, with Shift they resize it, with Alt in larger steps.',
  regionFrame: 'The part to search',
  regionPosition: (width: number, height: number, left: number, top: number) =>
    `${width} × ${height} pixels, ${left} from the left, ${top} from the top`,
  detectedRegion: (number: number, of: number) => (of === 1 ? 'As 1688 sees it' : `Subject ${number}`),
  wholePicture: 'Whole picture',
  searchRegion: 'Search this part',
  searchWholePicture: 'Search the whole picture',
  searchWholeInstead: 'search the whole',
  whatWasSent: 'what was sent',
  whatWillBeSent: 'This will leave your browser',
  confirmSend: 'Search with it',
  cropScreenshot: 'Crop',
  cancelSend: 'Discard it',
  downloadJpeg: 'Save the JPEG',
  sentTitle: 'This left your browser',
  sentPicture: (size: string, kilobytes: string) => `A JPEG of ${size} pixels, ${kilobytes} kB.`,
  sentUntouched: 'Its own pixels as they came; camera, place, time and author were taken out.',
  sentReduced: 'Drawn anew, so camera, place, time and author are gone.',
  storedByWorker:
    'Your proxy keeps no picture, only the offers found, for an hour unless its operator chose otherwise. What 1688 keeps is not known.',
  storedHere:
    'In this browser it is kept with your history until you erase that; from a private window until the last of them closes.',
  sentRegion: (part: string) => `With it went which part to search: ${part}.`,
  sentTo: (host: string) => `It went to your proxy (${host}), which passes it to 1688.`,
  willBeSentTo: (host: string) => `It goes to your proxy (${host}), which passes it to 1688.`,
  addressesStayHere: 'The address of the page and of the picture stays here.',
  notSentYet: 'Nothing was sent yet',
  addressesStayedHere: 'The address of the page and of the picture stayed here.',
}

export type PictureTexts = typeof picture
