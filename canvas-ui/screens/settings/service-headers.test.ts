import { describe, expect, it } from 'vitest'
import { headersIn } from './service-headers.ts'

describe('headers of a service', () => {
  it('are read one a line', () => {
    expect(headersIn('Authorization: Bearer a:b \n\n X-Shop : 7')).toEqual({
      Authorization: 'Bearer a:b',
      'X-Shop': '7',
    })
    expect(headersIn(' ')).toEqual({})
  })

  it.each(['no colon', ': x', 'Bad Name: x'])('are none in “%s”', (text) => expect(headersIn(text)).toBeUndefined())
})
