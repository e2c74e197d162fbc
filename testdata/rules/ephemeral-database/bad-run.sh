docker run --name db-test --tmpfs /var/lib/postgresql/data:size=1g postgres:16 #! ephemeral-database: container name "db-test"
