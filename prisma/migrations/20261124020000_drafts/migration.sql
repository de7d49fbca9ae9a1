-- AlterTable
ALTER TABLE "journey" ADD COLUMN     "folder" TEXT,
ADD COLUMN     "labels" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "owner" TEXT,
ADD COLUMN     "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- CreateTable
CREATE TABLE "draft" (
    "tenant_id" BIGINT NOT NULL,
    "journey_id" BIGINT NOT NULL,
    "document" JSONB NOT NULL,
    "revision" INTEGER NOT NULL,
    "published" INTEGER NOT NULL DEFAULT 0,
    "saved_by" TEXT,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "draft_pkey" PRIMARY KEY ("tenant_id","journey_id")
);
