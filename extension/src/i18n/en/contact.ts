/** Writing to suppliers, and what was noted of it. */
export const contact = {
  contact: {
    title: (suppliers: number) =>
      suppliers === 1 ? 'Message to 1 supplier' : `Messages to ${suppliers} suppliers`,
    action: 'Message suppliers',
    /** Beside other buttons. */
    actionShort: 'Messages',
    actionOne: 'Message supplier',
    progress: (contacted: number, suppliers: number) => `${contacted} of ${suppliers} contacted`,
    empty: 'Nobody to write to yet',
    emptyHint: 'Save offers, or select some to compare.',
    unknownOffer: 'This offer is no longer in your results, shortlist or comparison.',
    rejectedLeftOut: (count: number) =>
      count === 1 ? '1 rejected offer is left out.' : `${count} rejected offers are left out.`,
    unknownSupplier: 'Supplier’s name unknown',
    offers: (count: number) => (count === 1 ? '1 offer' : `${count} offers`),
    message: 'Message in Chinese',
    messageTo: (supplier: string) => `Message to ${supplier}`,
    translation: 'Translation',
    editedHint: 'You edited the message. The translation is of the original.',
    reset: 'Undo edits',
    copy: 'Copy message',
    copyAgain: 'Copy again',
    copied: 'Copied',
    copiedNotice: 'Copied a message in Chinese.',
    copiedSeveral: (count: number) => `Copied ${count} messages in Chinese.`,
    view: 'View it',
    viewMessage: 'View message',
    chat: 'Open chat',
    /** In a row, which may be narrow. */
    chatUnknownShort: 'Open offer',
    chatHint:
      'Opens 1688’s chat (Wangwang) with this seller. You need to be logged in to 1688. Nothing is sent for you.',
    chatUnknown: 'Open offer to chat',
    chatUnknownHint: 'The seller’s chat name isn’t known. Opens the offer, which has a chat button.',
    chatButton: 'It’s labelled',
    mark: 'Mark as contacted',
    markShort: 'Mark contacted',
    marked: 'Marked as contacted.',
    markedAndSaved: 'Saved to shortlist and marked as contacted.',
    markedAndSavedWithout: 'Saved to shortlist and marked as contacted, without a message: none was copied.',
    markedWithout: 'Marked as contacted, without a message: none was copied.',
    markRemoved: 'Contact entry removed.',
    next: 'Next supplier',
    contactedOn: (when: string) => `Contacted ${when}`,
    contactedTimes: (when: string, times: number) => `Contacted ${times}×, last ${when}`,
    history: 'Contacted before',
    noMessage: 'No message was copied here before it was marked.',
    removeMark: (when: string) => `Remove the contact entry of ${when}`,
    quantity: (quantity: string) => `Quantity ${quantity}`,
  },
}

export type ContactTexts = typeof contact
