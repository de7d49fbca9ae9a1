import { queryOptions } from '@tanstack/react-query'
import { answered, api } from '../../api/client.ts'

export const peopleOf = (ws: string) =>
  queryOptions({
    queryKey: ['people', ws],
    queryFn: async () => (await answered(api.GET('/api/w/{ws}/people', { params: { path: { ws } } }))).people,
  })
export type Colleague = Awaited<ReturnType<NonNullable<ReturnType<typeof peopleOf>['queryFn']>>>[number]

export const invitationsOf = (ws: string) =>
  queryOptions({
    queryKey: ['invitations', ws],
    queryFn: async () => (await answered(api.GET('/api/w/{ws}/invitations', { params: { path: { ws } } }))).invitations,
  })

export const keysOf = (ws: string) =>
  queryOptions({
    queryKey: ['keys', ws],
    queryFn: async () => (await answered(api.GET('/api/w/{ws}/keys', { params: { path: { ws } } }))).keys,
  })

export const sendingRulesOf = (ws: string) =>
  queryOptions({
    queryKey: ['sending-rules', ws],
    queryFn: () => answered(api.GET('/api/w/{ws}/sending-rules', { params: { path: { ws } } })),
  })
export type SavedRules = Awaited<ReturnType<NonNullable<ReturnType<typeof sendingRulesOf>['queryFn']>>>

export const approvalRulesOf = (ws: string) =>
  queryOptions({
    queryKey: ['approval-rules', ws],
    queryFn: () => answered(api.GET('/api/w/{ws}/approval-rules', { params: { path: { ws } } })),
  })
export type SavedApprovalRules = Awaited<ReturnType<NonNullable<ReturnType<typeof approvalRulesOf>['queryFn']>>>

export const refundRulesOf = (ws: string) =>
  queryOptions({
    queryKey: ['refund-rules', ws],
    queryFn: () => answered(api.GET('/api/w/{ws}/refund-rules', { params: { path: { ws } } })),
  })
export type SavedRefundRules = Awaited<ReturnType<NonNullable<ReturnType<typeof refundRulesOf>['queryFn']>>>

export const firstDatesOf = (ws: string) =>
  queryOptions({
    queryKey: ['first-dates', ws],
    queryFn: () => answered(api.GET('/api/w/{ws}/first-dates', { params: { path: { ws } } })),
  })

export const holidaysOf = (ws: string) =>
  queryOptions({
    queryKey: ['holidays', ws],
    queryFn: () => answered(api.GET('/api/w/{ws}/holidays', { params: { path: { ws } } })),
  })

export const connectionsOf = (ws: string) =>
  queryOptions({
    queryKey: ['connections', ws],
    queryFn: async () => (await answered(api.GET('/api/w/{ws}/connections', { params: { path: { ws } } }))).connections,
  })
export type Connection = Awaited<ReturnType<NonNullable<ReturnType<typeof connectionsOf>['queryFn']>>>[number]
