import type { ExportTexts } from '../en/export.ts'

export const exporting: ExportTexts = {
  takeOut: '导出',
  saveXlsx: '保存为 Excel',
  saveCsv: '保存为 CSV',
  copyText: '复制为文本',
  copyInquiry: '复制询价内容',
  savedFile: (name) => `已保存 ${name}。`,
  notSaved: '文件无法写入。',
  copiedText: (count) => `已复制 ${count} 个货源。`,
  copiedInquiry: '已复制中文询价内容，下附英文释义。',
  notCopied: '浏览器不允许复制。',
  saveEvidence: '保存证据…',
  evidence: {
    title: '保存证据',
    nothing: '还没有可保存的内容：请先用图片搜索。',
    lead: '一个 HTML 文件：展示这次搜索，并能在任何现行浏览器中离线自行校验。',
    asking: '正在向代理获取签名所用的密钥…',
    holds: (answers) =>
      answers === 1 ? '代理已签名：应答未被改动。' : `代理已签名：全部 ${answers} 个应答未被改动。`,
    partly: (holding, answers) =>
      `${answers} 个应答中有 ${holding} 个已由代理签名且未被改动。对其余应答，文件不能证明任何内容。`,
    unsigned: '没有签名：代理不签名，或这次搜索早于代理开始签名。因此文件不能证明货源来自何处，但仍可保存。',
    changed: '有签名与这里保存的内容不符，文件会如此说明。请重新搜索以获得有效的签名。',
    uncheckedHere: '此浏览器不支持该签名，或代理已不再公布其密钥。',
    unchecked: '文件会注明未经校验。',
    contents: '文件内容',
    sent: '发送的图片',
    found: (type, kilobytes) => `网页上的原图（${type}，${kilobytes} kB），整个文件`,
    offers: (offers, answers) => `${answers} 个应答中的 ${offers} 个货源，包括被筛选隐藏的`,
    pictures: (possible, offers) => `可读取的货源图片：${offers} 个中的 ${possible} 个`,
    verdicts: (method) => `图片比对结论（${method}）`,
    proxy: (host) => `代理：${host} 及其公钥`,
    firstPhoto: '有多张图片时，只包括第一张及其搜索结果。',
    where: '注明我在何时、何处发现',
    when: '注明我在何时发现',
    proves:
      '它证明代理在何时对哪张图片给出了怎样的应答。它不能证明图片归谁所有，也不能证明 1688 显示过这些内容，且不是法律意见。',
    meaning: '能证明什么、不能证明什么的全部说明',
    reading: (count) => `已读取货源图片：${count}…`,
    saved: ({ unread, noRoom }) =>
      [
        unread > 0 && `未包含 ${unread} 个货源的图片：无法读取。`,
        noRoom > 0 && `未包含 ${noRoom} 个货源的图片：文件最大 12 MB。`,
      ]
        .filter(Boolean)
        .join('') || '内容已全部写入文件。',
    notSavedNext: '请重试，或重新用该图片搜索。',
  },
}
