/** The worker writes its notes on an answer in English. A note that is not listed here is shown unchanged. */
const NOTES: [english: RegExp, chinese: string][] = [
  [
    /^1688 does not tell same from similar in this search: the closest offers come first\.$/,
    '此搜索中 1688 不区分同款与相似款：最接近的排在前面。',
  ],
  [
    /^This 1688 API gives at most ten offers, without minimum order or supplier, and similar ones only\.$/,
    '此 1688 接口最多返回十个货源，不含起订量和供应商，且仅为相似款。',
  ],
  [
    /^The picture is only (\d+×\d+) pixels\. 1688 recommends at least 300×300; matches may be poor\.$/,
    '图片只有 $1 像素。1688 建议至少 300×300，匹配可能欠佳。',
  ],
  [/^(\d+) of the offers could not be read and are left out\.$/, '有 $1 个货源无法读取，已略去。'],
  [
    /^This 1688 search takes no part of a picture: the whole picture was searched\.$/,
    '此 1688 搜索无法只搜图片的一部分：已搜索整张图片。',
  ],
  [
    /^1688 cannot filter by services in this search: the filter was not applied\.$/,
    '此搜索中 1688 无法按服务筛选：筛选未生效。',
  ],
  [
    /^1688 takes no keyword in this search: it was not applied\.$/,
    '此搜索中 1688 不接受关键词：关键词未生效。',
  ],
  [/^1688 serves only the first 2,000 offers of a search\.$/, '1688 每次搜索只提供前 2,000 个货源。'],
  [/^Sorted within this page only\.$/, '仅在本页内排序。'],
  [
    /^1688 cannot limit prices in this search: each page was narrowed after it arrived\.$/,
    '此搜索中 1688 无法限定价格：每页到达后再行筛选。',
  ],
  [
    /^This answer is not signed: the proxy has no ATTESTATION_KEY\.$/,
    '此结果未签名：代理未设置 ATTESTATION_KEY。',
  ],
]

export function noteInChinese(note: string): string {
  const known = NOTES.find(([english]) => english.test(note))
  return known ? note.replace(known[0], known[1]) : note
}
