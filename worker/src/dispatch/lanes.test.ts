import { describe, expect, test } from 'vitest'
import { queueOf } from '../testing/queue.ts'

describe('order', () => {
  test('people, offer details, then batch searches, whose further calls come first', () => {
    const queue = queueOf()
    for (const lane of ['batch', 'detail', 'search'] as const) queue.admit(lane, lane)
    queue.scheduler.followUp(queue.ticket('batch', 'further'))
    expect(queue.served()).toEqual(['search', 'detail', 'further', 'batch'])
  })

  test('a further call goes before people when its search would otherwise run out of time', () => {
    const queue = queueOf()
    queue.admit('search', 'person')
    queue.scheduler.followUp(queue.ticket('batch', 'further', { budgetMs: 9000 }))
    expect(queue.served()).toEqual(['further', 'person'])
  })

  test('four batch calls in flight leave a connection to people', () => {
    const queue = queueOf()
    for (let i = 0; i < 6; i++) queue.admit('batch', 'bulk')
    for (let i = 0; i < 4; i++) expect(queue.send({ isAnswered: false })?.client).toBe('bulk')
    expect(queue.send()).toBeUndefined()
    queue.admit('search', 'person')
    expect(queue.send()?.client).toBe('person')
  })

  test('a batch search whose time ran out while people were served is dropped at once', () => {
    const queue = queueOf()
    queue.admit('batch', 'bulk', { budgetMs: 5000 })
    queue.admit('search', 'person')
    queue.nowMs += 4000
    const { ticket, late } = queue.scheduler.next(queue.nowMs)
    expect(ticket?.client).toBe('person')
    expect(late.map(({ client }) => client)).toEqual(['bulk'])
  })
})

describe('a person who wants what a batch search is about to fetch', () => {
  test('takes it along out of the batch lane, in a turn of their own', () => {
    const queue = queueOf()
    for (let i = 0; i < 3; i++) queue.admit('batch', 'bulk')
    const wanted = queue.ticket('batch', 'bulk')
    queue.scheduler.admit(wanted, queue.nowMs)
    queue.admit('search', 'person')
    queue.scheduler.promote(wanted, 'joining', 'search')
    expect(queue.scheduler.positionOf(wanted, queue.nowMs)?.position).toBe(2)
    expect(queue.served()).toEqual(['person', 'joining', 'bulk', 'bulk', 'bulk'])
  })

  test('takes its further call along, whether it waits or is yet to come', () => {
    const queue = queueOf()
    const [waiting, underWay] = [queue.ticket('batch', 'waiting'), queue.ticket('batch', 'under way')]
    queue.scheduler.followUp(waiting)
    queue.admit('search', 'person')
    for (const ticket of [waiting, underWay]) queue.scheduler.promote(ticket, ticket.client, 'search')
    queue.scheduler.followUp(underWay)
    expect(queue.served()).toEqual(['waiting', 'under way', 'person'])
  })

  test('changes nothing for a search that is no batch search', () => {
    const queue = queueOf()
    const detail = queue.ticket('detail', 'one')
    queue.scheduler.admit(detail, queue.nowMs)
    queue.scheduler.promote(detail, 'other', 'search')
    expect(detail).toMatchObject({ lane: 'detail', client: 'one' })
    expect(queue.served()).toEqual(['one'])
  })
})
