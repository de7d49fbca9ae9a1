SELECT guard_tenancy();
