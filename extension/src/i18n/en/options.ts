export const options = {
  intro: 'Searches go through a proxy that holds the 1688 app.',
  preferences: 'Preferences',
  defaultQuantity: 'Quantity',
  defaultQuantityNote: 'Prices are for this many pieces. You can change it in the results too.',
  language: 'Language',
  languages: { browser: 'Same as the browser', en: 'English', zh: '中文' },
  privacyNote:
    'Only this leaves your browser, to this proxy and then on to 1688: the pictures you choose, reduced and without metadata, the part you select in them, and any words and services you have 1688 search for; an offer’s number when you get its price tiers or open its page; and when you check for changes, the numbers of your saved offers and again the pictures of searches you watch. The proxy alone is asked for exchange rates, its public keys, and how many searches you have left. Your notes and the rest of your history and shortlist stay here.',
  confirmBeforeSending: 'Show me each picture before it’s sent',
  allowedHosts: 'Sites whose pictures may be read',
  noAllowedHosts: 'None. Where a picture can’t be read, a button lets you allow its site.',
  openResultsIn: 'Open results in',
  openResultsOptions: { popup: 'Popup', panel: 'Side panel', tab: 'Tab' },
}

export type OptionTexts = typeof options
