export const firstRun = {
  setUpTitle: 'Set up your proxy once',
  setUpHint: 'Paste the connection code that its operator gave you. It takes a minute.',
  startTitle: 'Three ways to begin',
  welcome: 'Which factory sells it?',
  welcomeLead:
    'Right-click any picture on the web, choose “Find on 1688”, and see who in China sells it, for how much at your quantity, and from how many on.',
  welcomeConnect: 'Connect',
  welcomeConnectText:
    'Searches go through a proxy that holds the 1688 app. Paste the connection code that its operator gave you.',
  welcomeByHand: 'Enter address and key by hand',
  connectionCode: 'Connection code',
  connectionCodeInvalid: 'This is no connection code. It begins with find1688: and is one long line.',
  connected: 'Connected. You can search.',
  welcomeTry: 'Try it',
  welcomeTryText: 'Searches with this picture, as a right click on it would.',
  samplePictureAlt: 'A backpack',
  tryIt: 'Find it on 1688',
  dataSentTitle: 'What leaves this browser',
  dataSent: [
    'The picture you choose, reduced and without metadata: to your proxy, and from there to 1688.',
    'The number of an offer, when you ask for its price tiers.',
    "A request for the day's exchange rates, which says nothing about you.",
  ],
  dataNotSent:
    'The page, its price and title, your history, notes and shortlist stay here. The pictures of offers are loaded from 1688 without saying which page you are on.',
  startLabel: 'Begin',
  startRightClick: 'Right-click a picture',
  startRightClickHint: 'On any page, and choose “Find on 1688”. Or point at it and press Alt+Shift+2.',
  startSelectArea: 'Draw around it',
  startSelectAreaHint: 'Where a picture hides, or holds more than the product. Also by Alt+Shift+1.',
  startUpload: 'Bring your own',
  startUploadHint: 'Paste, drop or open a file, or give its address.',
}

export type FirstRunTexts = typeof firstRun
