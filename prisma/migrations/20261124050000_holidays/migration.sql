-- CreateTable
CREATE TABLE "holiday_year" (
    "tenant_id" BIGINT NOT NULL,
    "year" INTEGER NOT NULL,
    "days" JSONB NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "holiday_year_pkey" PRIMARY KEY ("tenant_id","year")
);
