alter table commitment validate constraint commitment_service;
