/** The worker writes its notes on an answer in English. A note that is not listed here is shown unchanged. */
const NOTES: [english: RegExp, chinese: string][] = [
  [
    /^This 1688 API mixes same and similar offers, closest first\.$/,
    '当前 1688 接口不区分同款和相似款，最接近的在前。',
  ],
  [
    /^This 1688 API gives at most ten offers, without minimum order or supplier, and similar ones only\.$/,
    '当前 1688 接口最多返回10个货源，只有相似款，不含起订量和供应商。',
  ],
  [
    /^The picture is only (\d+×\d+) pixels\. 1688 recommends at least 300×300; matches may be poor\.$/,
    '图片只有 $1 像素，1688 建议至少 300×300，结果可能不准。',
  ],
  [/^(\d+) of the offers could not be read and are not shown\.$/, '有$1个货源无法读取，未显示。'],
  [
    /^This 1688 API cannot search a region: the whole picture was searched\.$/,
    '当前 1688 接口不支持框选，已搜索整张图片。',
  ],
  [
    /^This 1688 API cannot filter by service: the filter was not applied\.$/,
    '当前 1688 接口不支持按服务筛选，筛选未生效。',
  ],
  [/^This 1688 API takes no keyword: it was not applied\.$/, '当前 1688 接口不支持关键词，关键词未生效。'],
  [/^1688 shows only the first 2,000 offers of a search\.$/, '1688 每次搜索只提供前 2,000 个货源。'],
  [/^Sorted within this page only\.$/, '仅在本页内排序。'],
  [
    /^This 1688 API cannot limit prices: each page was filtered on arrival\.$/,
    '当前 1688 接口不支持价格区间，已逐页筛选。',
  ],
  [
    /^This answer is not signed: the proxy has no ATTESTATION_KEY\.$/,
    '该结果未签名：服务器未设置 ATTESTATION_KEY。',
  ],
]

export function noteInChinese(note: string): string {
  const known = NOTES.find(([english]) => english.test(note))
  return known ? note.replace(known[0], known[1]) : note
}
