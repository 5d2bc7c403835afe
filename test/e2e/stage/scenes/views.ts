import { type Json, listWith, MESSAGE, OFFER, offersOf, type Scene } from './scene.ts'

export const VIEW_SCENES: Scene[] = [
  {
    name: 'sent-picture',
    openIn: 'popup',
    until: OFFER,
    act: async (view) => {
      await view.click('.subtitle .link')
      await view.waitFor('document.querySelector(".sent-picture img")')
    },
  },
  {
    name: 'margin-missing',
    openIn: 'popup',
    route: 'margin',
    until: 'document.querySelector(".margin-view .cost-lines")',
  },
  {
    name: 'margin',
    openIn: 'popup',
    route: 'margin',
    session: (base) => ({ productFigures: { searchId: base.search.id, weightKg: '0.6' } }),
    until:
      'document.querySelector(".margin-view .verdict.good, .margin-view .verdict.tight, .margin-view .verdict.loss")',
  },
  {
    name: 'margin-loss',
    openIn: 'popup',
    route: 'margin',
    session: (base) => ({
      productFigures: { searchId: base.search.id, weightKg: '0.6' },
      sale: { searchId: base.search.id, price: '1.99', currency: 'USD' },
    }),
    until: 'document.querySelector(".margin-view .verdict.loss")',
  },
  {
    name: 'margin-tab',
    openIn: 'tab',
    route: 'margin',
    session: (base) => ({ productFigures: { searchId: base.search.id, weightKg: '0.6' } }),
    until: 'document.querySelector(".margin-view .cost-lines")',
  },
  {
    name: 'evidence',
    openIn: 'popup',
    route: 'evidence',
    until: 'document.querySelector(".evidence-view .verdict.good ~ ul li + li")',
  },
  {
    name: 'evidence-unsigned',
    openIn: 'tab',
    route: 'evidence',
    session: (base) => {
      const answers = (base.search.lists.same?.answers ?? []) as Json[]
      return listWith({ answers: answers.map((answer) => ({ ...answer, attestation: null })) })(base)
    },
    until: 'document.querySelector(".evidence-view .verdict.unknown ~ ul li + li")',
    act: (view) => view.click('.evidence-view summary'),
  },
  { name: 'compare-empty', openIn: 'popup', route: 'compare', until: MESSAGE },
  {
    name: 'compare',
    openIn: 'popup',
    route: 'compare',
    session: (base) => ({ compared: offersOf(base).slice(0, 3) }),
    until: 'document.querySelector(".comparison tbody td")',
  },
  {
    name: 'compare-tab',
    openIn: 'tab',
    route: 'compare',
    session: (base) => ({
      compared: offersOf(base).slice(0, 4),
      productFigures: { searchId: base.search.id, weightKg: '0.6' },
    }),
    until: 'document.querySelector(".comparison tbody td")',
  },
  {
    name: 'shortlist',
    openIn: 'popup',
    route: 'shortlist',
    until: 'document.querySelector(".shortlist .note")',
  },
  { name: 'history', openIn: 'popup', route: 'history', until: 'document.querySelector(".past-search")' },
  { name: 'history-tab', openIn: 'tab', route: 'history', until: 'document.querySelector(".past-search")' },
  {
    name: 'welcome',
    openIn: 'tab',
    route: 'welcome',
    session: () => ({ search: null, sent: null }),
    local: { proxy: { address: '', clientKey: '' } },
    until: 'document.querySelector(".welcome .sample img")?.complete',
  },
  {
    name: 'welcome-connected',
    openIn: 'tab',
    route: 'welcome',
    until: 'document.querySelector(".welcome .outcome.good")',
  },
  { name: 'upload', openIn: 'tab', route: 'upload', until: 'document.querySelector(".upload form")' },
]
