-- People's accounts, as better-auth keeps them (its own column names). Global, not a tenant's: one person, many workspaces.
-- The business never reads this schema; only the sign-in code's role does.

do $$ begin
  if not exists (select from pg_roles where rolname = 'keelson_identity') then create role keelson_identity nologin; end if;
  execute format('grant keelson_identity to %I', current_user);
end $$;

create schema identity;
create table identity."user" ("id" text not null primary key, "name" text not null, "email" text not null unique, "emailVerified" boolean not null, "image" text, "createdAt" timestamptz default current_timestamp not null, "updatedAt" timestamptz default current_timestamp not null, "twoFactorEnabled" boolean, "locale" text);
create table identity."session" ("id" text not null primary key, "expiresAt" timestamptz not null, "token" text not null unique, "createdAt" timestamptz default current_timestamp not null, "updatedAt" timestamptz not null, "ipAddress" text, "userAgent" text, "userId" text not null references identity."user" ("id") on delete cascade);
create table identity."account" ("id" text not null primary key, "accountId" text not null, "providerId" text not null, "userId" text not null references identity."user" ("id") on delete cascade, "accessToken" text, "refreshToken" text, "idToken" text, "accessTokenExpiresAt" timestamptz, "refreshTokenExpiresAt" timestamptz, "scope" text, "password" text, "createdAt" timestamptz default current_timestamp not null, "updatedAt" timestamptz not null);
create table identity."verification" ("id" text not null primary key, "identifier" text not null, "value" text not null, "expiresAt" timestamptz not null, "createdAt" timestamptz default current_timestamp not null, "updatedAt" timestamptz default current_timestamp not null);
create table identity."twoFactor" ("id" text not null primary key, "secret" text not null, "backupCodes" text not null, "userId" text not null references identity."user" ("id") on delete cascade, "verified" boolean, "failedVerificationCount" integer, "lockedUntil" timestamptz);
create table identity."rateLimit" ("id" text not null primary key, "key" text not null unique, "count" integer not null, "lastRequest" bigint not null);
create index on identity."session" ("userId");
create index on identity."account" ("userId");
create index on identity."verification" ("identifier");
create index on identity."twoFactor" ("secret");
create index on identity."twoFactor" ("userId");

grant usage on schema identity to keelson_identity;
grant select, insert, update, delete on all tables in schema identity to keelson_identity;
