import { type Base, type Json, listWith, MESSAGE, offersOf, type Scene } from './scene.ts'

/** Three offers of one supplier, whose chat is known, and one of another; the message to the first was copied. */
const severalOfOneSupplier = (base: Base) => {
  const [saved, first, ...others] = offersOf(base)
  const supplier = { ...(first?.supplier as Json), loginId: '永康市途派工贸' }
  const offers = [first, ...others].map((offer, at) => (at < 3 ? { ...offer, supplier } : offer))
  return {
    ...listWith({ offers: [saved, ...offers] })(base),
    compared: offers.slice(0, 4),
    copiedMessages: {},
  }
}

const OFFER_ID = '710891050473'

/** An offer with pictures, some of which only its variants have, and one that no host has. */
const detailedOffer = (base: Base) => {
  const [first, ...others] = offersOf(base)
  const pictures = others.slice(0, 4).map(({ imageUrl }) => imageUrl)
  const offer = { ...first, offerId: OFFER_ID }
  const variant = (id: string, value: string, imageUrl: unknown) => ({
    ...{ id, price: '24.80', promotionPrice: null, stock: 12, weightKg: 0.3, imageUrl },
    attributes: [{ name: '颜色', value, nameTranslated: 'Colour', valueTranslated: null }],
  })
  const details = {
    ...offer,
    fetchedAt: new Date().toISOString(),
    images: [first?.imageUrl, ...pictures.slice(0, 2)],
    variants: [
      variant('1', '红色', pictures[2]),
      variant('2', '深蓝色加大号', pictures[3]),
      variant('3', '绿色', `${new URL(`${first?.imageUrl}`).origin}/gone.jpg`),
    ],
    shipping: { weightKg: 0.3, lengthCm: null, widthCm: null, heightCm: null },
  }
  const { search } = listWith({ offers: [offer, ...others] })(base)
  return { search: { ...search, details: { [OFFER_ID]: { state: 'done', offer: details } } } }
}

export const CONTACT_SCENES: Scene[] = [
  {
    name: 'contact',
    openIn: 'popup',
    route: 'contact/compare',
    session: (base) => ({ compared: offersOf(base).slice(1, 5), copiedMessages: {} }),
    until: 'document.querySelector(".message-text")',
  },
  {
    name: 'contact-several',
    openIn: 'popup',
    route: 'contact/compare',
    session: severalOfOneSupplier,
    until: 'document.querySelector(".message-text")',
  },
  {
    name: 'contact-several-tab',
    openIn: 'tab',
    route: 'contact/compare',
    session: severalOfOneSupplier,
    until: 'document.querySelector(".message-text")',
    act: (view) => view.click('.message-translation summary'),
  },
  {
    name: 'contact-next',
    openIn: 'popup',
    route: 'contact/compare',
    session: (base) => {
      const compared = offersOf(base).slice(1, 5)
      return { compared, copiedMessages: { [`${compared[0]?.offerId}`]: { message: '您好', at: 1 } } }
    },
    until: 'document.querySelector(".next-supplier")',
    act: async (view) => {
      await view.click('.next-supplier')
      await view.waitFor('document.querySelector(".supplier-message:nth-child(2).open")')
    },
  },
  { name: 'contact-unknown', openIn: 'popup', route: 'contact/1', until: MESSAGE },
  {
    name: 'shortlist-contacted',
    openIn: 'popup',
    route: 'shortlist',
    session: (base) => {
      const [first] = offersOf(base)
      return {
        copiedMessages: { [`${first?.offerId}`]: { message: '您好，我想采购贵店的这款产品：', at: 1 } },
      }
    },
    until: 'document.querySelector(".shortlist .mark-contacted")',
    act: async (view) => {
      await view.click('.shortlist .mark-contacted')
      await view.waitFor('document.querySelector(".contact-state.done")')
    },
  },
  {
    name: 'contact-history',
    openIn: 'popup',
    route: 'contact/shortlist',
    until: 'document.querySelector(".message-text")',
    act: async (view) => {
      await view.click('.mark-contacted')
      await view.waitFor('document.querySelector(".contacts summary")')
      await view.click('.contacts summary')
    },
  },
  {
    name: 'pictures',
    openIn: 'popup',
    route: `pictures/${OFFER_ID}`,
    session: detailedOffer,
    until: 'document.querySelectorAll(".picture-grid img").length === 6',
  },
  {
    name: 'pictures-saved',
    openIn: 'popup',
    route: `pictures/${OFFER_ID}`,
    session: detailedOffer,
    until: 'document.querySelector(".save-zip")',
    act: async (view) => {
      await view.click('.save-zip')
      await view.waitFor(
        'document.querySelector(".save-zip") && document.querySelector("[role=status]")?.innerText',
      )
    },
  },
  { name: 'pictures-unknown', openIn: 'popup', route: 'pictures/1', until: MESSAGE },
]
