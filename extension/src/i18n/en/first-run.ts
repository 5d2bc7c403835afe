export const firstRun = {
  setUpTitle: 'Set up your proxy',
  setUpHint: 'Paste your connection code. It takes a minute.',
  startTitle: 'Start a search',
  welcome: 'Which factory sells it?',
  welcomeLead:
    'Right-click any picture on the web, choose “Find on 1688”, and see who in China sells it, the price at your quantity, and the minimum order.',
  welcomeConnect: 'Connect',
  welcomeConnectText:
    'Searches go through a proxy that holds the 1688 app. Paste the connection code from whoever runs it.',
  welcomeChoose: 'Make it yours',
  focusQuestion: 'What will you use it for?',
  focusOptions: { sourcing: 'Finding suppliers', brand: 'Protecting a brand' },
  focusNotes: {
    sourcing: 'Prices, MOQ and margin first.',
    brand: '“Who uses my photo” first.',
  },
  surfaceQuestion: 'Where should results open?',
  surfaceOptions: { popup: 'Over the page', panel: 'Beside the page' },
  offerPhotosQuestion: 'Same photo, or just a similar product?',
  offerPhotosWhy:
    'To tell, the extension needs to read offers’ pictures, which 1688 stores at alicdn.com. They’re compared in this browser; nothing is sent. Undo in Settings.',
  allowOfferPhotos: (host: string) => `Allow ${host}`,
  offerPhotosAllowed: 'Allowed. Offers with your photo will be marked.',
  allowHostUndo: 'Your browser will ask. Undo in Settings.',
  pinHintChrome: 'Pin the button: click the puzzle piece in the toolbar, then the pin next to Find on 1688.',
  pinHintFirefox:
    'Pin the button: click the puzzle piece in the toolbar, then the gear next to Find on 1688, then Pin to Toolbar.',
  welcomeTry: 'Try it',
  welcomeTryText: 'Searches with this picture, as right-clicking it would.',
  welcomeSampleText: 'No connection yet? See sample results: they aren’t real offers, and nothing is sent.',
  seeSample: 'See sample results',
  sampleTitle: (offers: string) => `Sample: ${offers}`,
  sampleNote: 'Not real offers. Nothing was sent, and nothing here is saved or exported.',
  sampleNotSaved: 'Samples can’t be saved or compared.',
  leaveSample: 'Back to setup',
  samplePictureAlt: 'A backpack',
  tryIt: 'Find it on 1688',
  dataSentTitle: 'What leaves this browser',
  dataSent: [
    'Each picture you choose, reduced and without metadata, and the part you select in it: to your proxy, then on to 1688.',
    'Words and services, when you have 1688 search for them.',
    'An offer’s number, when you get its price tiers, open its page, or check your saved offers for changes.',
    'The pictures of searches you watch, again each time they’re checked.',
    'To your proxy alone: requests for exchange rates, its public keys, and how many searches you have left. They don’t say what you look at.',
  ],
  dataNotSent:
    'The page, its price and title, your notes, and the rest of your history and shortlist stay here. Offers’ pictures load from 1688 without telling it which page you’re on.',
  startLabel: 'Start a search',
  startRightClick: 'Right-click a picture',
  startRightClickHint: 'On any page, then choose “Find on 1688”. Or point at it and press Alt+Shift+2.',
  startSelectArea: 'Select on the page',
  startSelectAreaHint:
    'For pictures you can’t right-click, or that show more than the product. Or press Alt+Shift+1.',
  startUpload: 'Upload a picture',
  startUploadHint: 'Paste, drop or open a file, or enter its URL.',
  startMany: 'Search many products',
  startManyHint:
    'All products of a page (Alt+Shift+3), a folder of pictures, or a spreadsheet. You decide on the results one by one.',
}

export type FirstRunTexts = typeof firstRun
