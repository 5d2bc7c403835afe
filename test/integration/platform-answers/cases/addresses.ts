import { type Case, dropshipItems, failed, imageSearchItems, item, noneOf, refused } from '../case.ts'

/** Each case has an address of its own: a picture that was refused is remembered. */
const own = (name: string) => `https://cbu01.alicdn.com/img/ibank/O1CN01${name}_!!2200-0-cib.jpg`
const OWN = own('first')

export const ADDRESSES: Case[] = [
  {
    name: "a 1688 picture's address goes into the query, without an upload",
    provider: 'crossborder',
    address: OWN,
    platform: { query: item({}) },
    answer: { image: null, offers: [{ offerId: '623001777205' }] },
    calls: ['query'],
    sent: { imageAddress: OWN, country: 'en' },
    unsent: ['imageId'],
  },
  {
    name: 'each page of it is one call',
    provider: 'crossborder',
    address: own('case1'),
    query: '?page=2&pageSize=10',
    platform: { query: item({}) },
    answer: { page: 2 },
    calls: ['query'],
    sent: { imageAddress: own('case1') },
    unsent: ['imageId'],
  },
  {
    name: "another host's picture is not for this API",
    provider: 'crossborder',
    address: 'https://pictures.shop.test/a.jpg',
    platform: { query: item({}) },
    fails: true,
    status: 501,
    answer: { code: 'not_supported' },
    calls: [],
  },
  {
    name: 'an address that the platform cannot use',
    provider: 'crossborder',
    address: own('case3'),
    platform: { query: failed('500', 'handle image error with url') },
    fails: true,
    status: 502,
    answer: { code: 'upstream_rejected_image' },
  },
  {
    name: 'an argument that the gateway misses is not the fault of the picture',
    provider: 'crossborder',
    address: own('case4'),
    platform: { query: refused('gw.ParamMissing', 'Required argument imageId') },
    fails: true,
    answer: { code: noneOf('upstream_rejected_image') },
  },
  {
    name: 'any public address',
    provider: 'dropship',
    address: 'https://pictures.shop.test/a.jpg',
    platform: { dropship: dropshipItems({}) },
    answer: { image: null, offers: [{ offerId: '623001777205' }] },
    calls: ['dropship'],
    sent: { imgUrl: 'https://pictures.shop.test/a.jpg' },
    unsent: ['imgBase64'],
  },
  {
    name: 'any public address',
    provider: 'image-search',
    address: 'https://pictures.shop.test/a.jpg',
    platform: { 'image-search': imageSearchItems({}) },
    answer: { image: null, offers: [{ offerId: '623001777205' }] },
    calls: ['image-search'],
    sent: { imgUrl: 'https://pictures.shop.test/a.jpg' },
    unsent: ['imgBase64'],
  },
]
