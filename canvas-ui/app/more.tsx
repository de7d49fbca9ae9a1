import type { UseInfiniteQueryResult } from '@tanstack/react-query'
import { Button, type ButtonProps } from '../kit/button.tsx'

interface MoreProps extends Pick<ButtonProps, 'look' | 'size' | 'className'> {
  readonly list: Pick<UseInfiniteQueryResult, 'hasNextPage' | 'isFetchingNextPage' | 'fetchNextPage'>
  readonly label: string
}

/** Fetches the next page of a list, where it has one. */
export const More = ({ list, label, ...look }: MoreProps) =>
  list.hasNextPage && (
    <Button {...look} busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
      {label}
    </Button>
  )

/** The same in the middle of a row of its own; `space` is the padding of the row. */
export const MoreRow = ({ space, ...more }: MoreProps & { space: string }) =>
  more.list.hasNextPage && (
    <div className={`flex justify-center ${space}`}>
      <More {...more} />
    </div>
  )
