import { TopBar } from '../../app/heads.tsx'
import { Bone, Skeleton } from '../../kit/skeleton.tsx'

/** The bar of a journey that is on its way. */
export function Loading({ back }: { back: string }) {
  return (
    <TopBar
      back={back}
      title={
        <Skeleton>
          <Bone className="h-4 w-48" />
        </Skeleton>
      }
    />
  )
}
