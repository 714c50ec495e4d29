using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.Serialization;
using System.Text.Json;
using Azure.Data.Tables.Models;

namespace Azure.Data.Tables;

/// <summary>
/// The properties and fields of an entity class, with compiled ways to read and write them, made once for each class.
/// <see cref="IgnoreDataMemberAttribute"/> leaves one out, <see cref="DataMemberAttribute.Name"/> renames it.
/// </summary>
internal sealed class EntityType
{
    private static readonly ConcurrentDictionary<Type, EntityType> Known = new();

    private readonly Member[] _written;
    private readonly Dictionary<string, Member> _read;

    private EntityType(Type type)
    {
        Member[] members = type.GetMembers(BindingFlags.Public | BindingFlags.Instance)
            .Where(member => member is PropertyInfo or FieldInfo)
            .Where(member => !member.IsDefined(typeof(IgnoreDataMemberAttribute)))
            .Select(member => new Member(member))
            .ToArray();

        // A class may implement ITableEntity explicitly: its own members then lack these four.
        Member[] hidden = typeof(ITableEntity).GetProperties()
            .Where(property => !Array.Exists(members, member => member.Name == property.Name))
            .Select(property => new Member(property))
            .ToArray();
        members = [.. members, .. hidden];

        _written = Array.FindAll(members, member =>
            member.Get is not null && member.Name is not (nameof(ITableEntity.ETag) or nameof(ITableEntity.Timestamp)));
        _read = members.Where(member => member.Set is not null)
            .ToDictionary(member => member.Name == nameof(ITableEntity.ETag) ? PropertyNames.ODataETag : member.Name);
    }

    public static EntityType Of(Type type) => Known.GetOrAdd(type, static key => new EntityType(key));

    /// <summary>The service's name of a member; a table's own is not that of the class that stands for it.</summary>
    public static string NameOf(MemberInfo member) => member.DeclaringType == typeof(TableItem)
        ? "TableName"
        : member.GetCustomAttribute<DataMemberAttribute>()?.Name ?? member.Name;

    public void Write(Utf8JsonWriter writer, object entity)
    {
        foreach (Member member in _written)
        {
            EdmJson.Write(writer, member.Name, member.Get(entity));
        }
    }

    public void Read(JsonElement json, object entity)
    {
        foreach (JsonProperty property in json.EnumerateObject())
        {
            if (_read.TryGetValue(property.Name, out Member member))
            {
                bool none = property.Value.ValueKind == JsonValueKind.Null;
                member.Set(entity, none ? null : member.Reader(property.Value));
            }
        }
    }

    private sealed class Member
    {
        private readonly Lazy<Func<JsonElement, object>> _reader;

        public Member(MemberInfo member)
        {
            Name = NameOf(member);
            Type type = member is PropertyInfo property ? property.PropertyType : ((FieldInfo)member).FieldType;

            // A get-only property of any type may be on an entity; its type matters only once it is read.
            _reader = new(() => EdmJson.ReaderOf(type));

            ParameterExpression entity = Expression.Parameter(typeof(object));
            ParameterExpression value = Expression.Parameter(typeof(object));
            Expression access = Expression.MakeMemberAccess(Expression.Convert(entity, member.DeclaringType!), member);
            if (member is FieldInfo or PropertyInfo { GetMethod.IsPublic: true })
            {
                Get = Expression
                    .Lambda<Func<object, object>>(Expression.Convert(access, typeof(object)), entity)
                    .Compile();
            }

            if (member is FieldInfo { IsInitOnly: false } or PropertyInfo { CanWrite: true })
            {
                Expression converted = type.IsValueType
                    ? Expression.Condition(
                        Expression.Equal(value, Expression.Constant(null)),
                        Expression.Default(type),
                        Expression.Convert(value, type))
                    : Expression.Convert(value, type);
                Set = Expression
                    .Lambda<Action<object, object>>(Expression.Assign(access, converted), entity, value)
                    .Compile();
            }
        }

        public string Name { get; }

        public Func<object, object> Get { get; }

        public Action<object, object> Set { get; }

        public Func<JsonElement, object> Reader => _reader.Value;
    }
}
