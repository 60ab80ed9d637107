create table book (sku varchar(20) primary key, title varchar(100) not null, pieces int not null);
create table purchase (number varchar(20) primary key, sku varchar(20) not null references book, paid boolean not null);
insert into book values ('dune', 'Dune', 1);
