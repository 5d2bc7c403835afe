import type { View } from '../../browser/driver.ts'
import type { Scene } from './scene.ts'

const CHINESE_ROWS = `序号,商品名称,货号,售价(美元),采购数量,重量,主图链接,备注
1,通勤托特包 双拼色,CT-1180,39.99,500,620,https://img.example.com/tote.jpg,急
2,复古公文包,VB-0071,58.00,200,1100,https://img.example.com/briefcase.jpg,
3,口金零钱包,CP-0310,暂无,,95,,补图
4,菱格链条手拿包,QC-7718,31.50,300,400,javascript:void(0),
5,帆布托特包,TC-4402,19.00,300,350,https://cdn.example.org/canvas.jpg,"没有闭合
6,晚宴手包 金扣,EC-2210,24.90,100,330,https://cdn.example.org/clutch.jpg,
`

const FILE_ROWS = `SKU;Title;Price;Image file
00042;Commuter tote, two-tone;39,99 €;tote.jpg
00043;Vintage briefcase;58,00 €;briefcase.jpg
`

/** Drops a file as if it came from the desktop. */
function drop(name: string, text: string) {
  return (view: View) =>
    view.evaluate(`(() => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([${JSON.stringify(text)}], ${JSON.stringify(name)}, { type: 'text/csv' }))
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
    })()`)
}

async function importTable(view: View, name: string, text: string) {
  await drop(name, text)(view)
  await view.waitFor('document.querySelector(".batch-preview tbody td")')
}

async function makeList(view: View, name: string, text: string) {
  await importTable(view, name, text)
  await view.click('.batch-import .view-header .primary')
  await view.waitFor('document.querySelector(".batch-plan .plan-figures")')
}

export const BATCH_SCENES: Scene[] = [
  { name: 'batch-start', openIn: 'tab', route: 'batch', until: 'document.querySelector(".batch-drop")' },
  {
    name: 'batch-summary',
    openIn: 'popup',
    route: 'batch',
    until: 'document.querySelector(".batch-start .primary")',
  },
  {
    name: 'batch-import',
    openIn: 'tab',
    route: 'batch',
    until: 'document.querySelector(".batch-drop")',
    act: (view) => importTable(view, 'autumn-listing.csv', CHINESE_ROWS),
  },
  {
    name: 'batch-import-files',
    openIn: 'tab',
    route: 'batch',
    until: 'document.querySelector(".batch-drop")',
    act: (view) => importTable(view, 'hats.csv', FILE_ROWS),
  },
  {
    name: 'batch-import-refused',
    openIn: 'tab',
    route: 'batch',
    until: 'document.querySelector(".batch-drop")',
    act: async (view) => {
      await drop('empty.csv', '\n\n')(view)
      await view.waitFor('document.querySelector(".batch-error")?.textContent')
    },
  },
  {
    name: 'batch-plan',
    openIn: 'tab',
    route: 'batch',
    until: 'document.querySelector(".batch-drop")',
    act: (view) => makeList(view, 'autumn-listing.csv', CHINESE_ROWS),
  },
  {
    name: 'batch-plan-files',
    openIn: 'tab',
    route: 'batch',
    until: 'document.querySelector(".batch-drop")',
    act: (view) => makeList(view, 'hats.csv', FILE_ROWS),
  },
  {
    name: 'batch-lists',
    openIn: 'tab',
    route: 'batch',
    until: 'document.querySelector(".batch-drop")',
    act: async (view) => {
      await makeList(view, 'hats.csv', FILE_ROWS)
      await view.evaluate('void (location.hash = "batch")')
      await view.waitFor('document.querySelector(".batch-entry")')
      await view.click('.batch-entry .remove')
    },
  },
]
