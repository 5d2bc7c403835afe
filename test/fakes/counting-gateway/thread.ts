import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { parentPort } from 'node:worker_threads'
import type { Arrival } from './arrivals.ts'

const LATENCY_MS = 200
const ANSWER = JSON.stringify({
  alibaba_product_image_search_response: {
    result: {
      total: 1,
      itemList: [{ offerId: '710891050473', subject: 'Backpack', price: '10.10', minOrder: 2 }],
    },
  },
})

const now = () => performance.timeOrigin + performance.now()
const arrivals: Arrival[] = []
// What is noted now arrived after the tick before the last one: until then the thread was seen to run.
let lastTickMs = now()
let tickBeforeMs = lastTickMs
setInterval(() => {
  tickBeforeMs = lastTickMs
  lastTickMs = now()
}, 5)

const server = createServer((request, response) => {
  arrivals.push({ earliestMs: tickBeforeMs, latestMs: now() })
  request.resume().on('end', () => {
    setTimeout(() => response.writeHead(200, { 'Content-Type': 'application/json' }).end(ANSWER), LATENCY_MS)
  })
})
server.listen(0, '127.0.0.1', () => parentPort?.postMessage((server.address() as AddressInfo).port))
parentPort?.on('message', () => parentPort?.postMessage(arrivals))
